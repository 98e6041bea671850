import { cleanPhones } from './roster-phones.js';
import { cleanGender, cleanName, cleanRole } from './roster-values.js';

describe('names as people type them', () => {
  test.each([
    ['张三', '张三', null, ''],
    ['张　三', '张三', null, ''],
    [' 欧阳 春 晓 ', '欧阳春晓', null, ''],
    ['阿依古丽•买买提', '阿依古丽·买买提', null, ''],
    ['阿依古丽.买买提', '阿依古丽·买买提', null, ''],
    ['古丽 · 阿依', '古丽·阿依', null, ''],
    ['王芳（女）', '王芳', 'female', ''],
    ['王芳(女，回族)', '王芳', 'female', '回族'],
    ['Ｊｏｈｎ  Ｓｍｉｔｈ', 'John Smith', null, ''],
    ['李\u200b四', '李四', null, ''],
  ])('%s', (text, name, gender, rest) => {
    expect(cleanName(text)).toEqual({ ok: true, value: { name, gender, rest } });
  });
  test.each([
    ['张', 'name-too-short'],
    ['<b>张三</b>', 'name-invalid'],
    ['=cmd|calc', 'name-invalid'],
    ['张三13800000001', 'name-invalid'],
    ['张伟（大）', 'name-invalid'],
    ['张'.repeat(51), 'name-invalid'],
  ])('%s is refused', (text, code) => {
    expect(cleanName(text)).toEqual({ ok: false, code });
  });
});

describe('numbers as people type them', () => {
  const one = (phone: string, otherPhone: string | null = null) => ({ ok: true, value: { phone, otherPhone } });
  test.each([
    ['13800000001', one('13800000001')],
    ['１３８００００ ０００１', one('13800000001')],
    ['138-0000-0001', one('13800000001')],
    ['+86 138 0000 0001', one('13800000001')],
    ['8613800000001', one('13800000001')],
    ['013800000001', one('13800000001')],
    ['13800000001.0', one('13800000001')],
    ['1.3800000001E+10', one('13800000001')],
    ['13800000001/13900000002', one('13800000001', '13900000002')],
    ['13800000001、0578-2123456', one('13800000001', '0578-2123456')],
    ['0578－2123456；13800000001', one('13800000001', '0578-2123456')],
    ['13800000001\n13900000002', one('13800000001', '13900000002')],
    ['13800000001 13900000002', one('13800000001', '13900000002')],
    ['1380000000113900000002', one('13800000001', '13900000002')],
    ['手机：13800000001（微信同号）', one('13800000001')],
    ['办0578-2123456转801', one('0578-2123456-801')],
    ['2123456', one('2123456')],
    ['13800000001、13800000001', one('13800000001')],
    ['—', { ok: true, value: { phone: null, otherPhone: null } }],
    ['1.38E+10', { ok: false, code: 'phone-rounded' }],
    ['1380000000', { ok: false, code: 'phone-invalid' }],
    ['12800000001', { ok: false, code: 'phone-invalid' }],
    ['138****0001', { ok: false, code: 'phone-invalid' }],
    ['问张三', { ok: false, code: 'phone-invalid' }],
  ])('%s', (text, expected) => {
    expect(cleanPhones([text])).toEqual(expected);
  });
});

test('words for gender and office', () => {
  expect(cleanGender(' 女 ')).toEqual({ ok: true, value: 'female' });
  expect(cleanGender('')).toEqual({ ok: true, value: null });
  expect(cleanGender('未知')).toEqual({ ok: false, code: 'gender-unknown' });
  expect(cleanRole('副主任')).toEqual({ ok: true, value: 'leader' });
  expect(cleanRole('系统管理员')).toEqual({ ok: false, code: 'role-unknown' });
});
