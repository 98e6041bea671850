import { proposeLoginName, readLoginName } from './login-name.js';

describe('a login name', () => {
  it.each([
    ['王秀英', '王秀英'],
    [' Wang.XiuYing ', 'wang.xiuying'],
    ['ｗａｎｇ２', 'wang2'],
    ['13800000101', '13800000101'],
    ['office@example.com', 'office@example.com'],
    ['x'.repeat(64), 'x'.repeat(64)],
  ])('%s is kept as %s', (written, kept) => expect(readLoginName(written)).toBe(kept));

  it.each([
    [''],
    ['王'],
    ['x'.repeat(65)],
    ['王 秀英'],
    ['.wang'],
    ['-wang'],
    ['wang/li'],
    ['<b>wang'],
    ['wang\u202e'],
    ['wang\n'.repeat(2)],
    ['王，李'],
  ])('%j is refused', (written) => expect(readLoginName(written)).toBeNull());
});

describe('a proposal', () => {
  const free = () => false;
  it.each([
    ['王秀英', '王秀英'],
    ['阿不都·买买提', '阿不都买买提'],
    ['王 明', '王明'],
    ['Li Ming', 'liming'],
    ['王', ''],
    ['··', ''],
  ])('for %s is %j', (name, proposed) => expect(proposeLoginName(name, free)).toBe(proposed));

  it('counts on where names are taken, and gives up in the end', () => {
    const taken = new Set(['王秀英', '王秀英2']);
    expect(proposeLoginName('王秀英', (name) => taken.has(name))).toBe('王秀英3');
    expect(proposeLoginName('王秀英', () => true)).toBe('');
  });
  it('is no longer than a login name may be', () => {
    expect(proposeLoginName('x'.repeat(64), free)).toHaveLength(64);
    expect(proposeLoginName('x'.repeat(64), (name) => name === 'x'.repeat(64))).toBe('');
  });
});
