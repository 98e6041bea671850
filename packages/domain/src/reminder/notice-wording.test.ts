import { taskKinds } from '../workflow/definition.js';
import {
  builtInWording,
  fillWording,
  judgeWording,
  LONGEST_WORDING,
  type WordingKey,
  wordingKeyOf,
  wordingKeys,
} from './notice-wording.js';
import { noticeWords } from './notice-words.js';

const said = { title: '提案', due: '3月27日(周五)', holder: '陈小满' };
const duty: WordingKey = { family: 'plain', form: 'notice' };
const handIn: WordingKey = { family: 'contribute', form: 'notice' };

test('each of the product’s own wordings is one that a committee could have written', () => {
  expect(wordingKeys).toHaveLength(20);
  for (const key of wordingKeys) {
    expect([key, judgeWording(key, builtInWording(key))]).toEqual([key, null]);
    expect(fillWording(builtInWording(key), said)).toContain('提案');
  }
  expect(builtInWording(duty)).toBe('{{事项}}，{{期限}}前。');
});

test('every notice about every duty has its wording; what is told of another’s duty is never in the gentle words', () => {
  const forms = Object.keys(noticeWords.zh.plain) as (keyof typeof noticeWords.zh.plain)[];
  for (const kind of taskKinds) for (const form of forms) expect(wordingKeys).toContainEqual(wordingKeyOf(form, kind));
  expect(wordingKeyOf('approaching', 'contribute')).toEqual({ family: 'contribute', form: 'approaching' });
  expect(wordingKeyOf('escalation', 'contribute')).toEqual({ family: 'plain', form: 'escalation' });
  expect(wordingKeyOf('past-due', 'write-report')).toEqual({ family: 'plain', form: 'past-due' });
});

test.each<[string, WordingKey, string, ReturnType<typeof judgeWording>]>([
  ['a wording of one’s own', duty, '请办理{{事项}}，{{ 期限 }}前报我委。', null],
  ['nothing', duty, '  ', { fault: 'text-missing', what: '' }],
  ['at most', duty, `{{事项}}{{期限}}${'请'.repeat(LONGEST_WORDING - 12)}`, null],
  [
    'too much',
    duty,
    `{{事项}}{{期限}}${'请'.repeat(LONGEST_WORDING - 11)}`,
    { fault: 'wording-too-long', what: '120' },
  ],
  ['a gap nobody fills', duty, '{{事项}}，{{期限}}前，{{姓名}}。', { fault: 'wording-gap-unknown', what: '姓名' }],
  ['an English gap', duty, '{{title}}，{{期限}}前。', { fault: 'wording-gap-unknown', what: 'title' }],
  ['no word of what', duty, '{{期限}}前。', { fault: 'wording-gap-missing', what: '事项' }],
  ['no word of when', duty, '请办理{{事项}}。', { fault: 'wording-gap-missing', what: '期限' }],
  ['one brace', duty, '{事项}，{{期限}}前。', { fault: 'wording-braces', what: '' }],
  ['a brace left open', duty, '{{事项}}，{{期限}前。', { fault: 'wording-braces', what: '' }],
  ['what has passed need not say when', { family: 'contribute', form: 'past-due' }, '盼您补交{{事项}}。', null],
  [
    'nobody to be asked about',
    { family: 'plain', form: 'escalation' },
    '{{事项}}，{{期限}}。',
    { fault: 'wording-gap-missing', what: '承办人' },
  ],
  ['a member pressed', handIn, '{{事项}}已逾期，{{期限}}。', { fault: 'wording-pressing', what: '逾期' }],
  ['a unit may be', { family: 'plain', form: 'past-due' }, '{{事项}}已逾期，期限{{期限}}。', null],
])('%s', (_, key, text, verdict) => {
  expect(judgeWording(key, text)).toEqual(verdict);
});

test('a wording is filled as it is written', () => {
  expect(fillWording('请{{承办人}}办理{{ 事项 }}，{{期限}}前。', said)).toBe('请陈小满办理提案，3月27日(周五)前。');
  expect(() => fillWording('{{姓名}}', said)).toThrow('姓名');
});
