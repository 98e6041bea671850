import { cleanEmail } from './email.js';

test.each([
  ['', null],
  ['  ', null],
  ['无', null],
  ['/', null],
  ['zhangsan@example.com', 'zhangsan@example.com'],
  [' Zhang.San+a@Example.COM ', 'Zhang.San+a@example.com'],
  ['ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'zhang@example.com'],
  ['mailto:zhang@qx.example.cn', 'zhang@qx.example.cn'],
  ['zhang@example。com', 'zhang@example.com'],
])('%j is the address %j', (text, value) => {
  expect(cleanEmail(text)).toEqual({ ok: true, value });
});

test.each([
  'zhang',
  'zhang@',
  '@example.com',
  'zhang@localhost',
  'a b@example.com',
  'a@example.com, b@example.com',
  '张三 <zhang@example.com>',
  'zhang@example.com\r\nBcc: all@example.com',
  'zhang@-example.com',
  `${'a'.repeat(190)}@example.com`,
])('%j is none', (text) => {
  expect(cleanEmail(text)).toEqual({ ok: false, code: 'email-invalid' });
});
