import { taskKinds } from '../workflow/definition.js';
import type { NoticeForm } from './message.js';
import { fillTemplate, isGentle, noticeTemplate, noticeWords } from './notice-words.js';

const forms = Object.keys(noticeWords.zh.plain) as NoticeForm[];
const said = { title: '提案', due: '3月27日(周五)', holder: '陈小满' };

test.each(['zh', 'en'] as const)('every form of every duty says its title, with no gap left (%s)', (language) => {
  for (const form of forms) {
    for (const kind of taskKinds) {
      const text = fillTemplate(noticeTemplate(language, form, kind), said);
      expect(text).toContain('提案');
      expect(text).not.toMatch(/[{}]/);
    }
  }
});

test('a member is asked and never pressed, whatever the form', () => {
  const toMembers = forms.filter((form) => form !== 'ask-record' && form !== 'escalation');
  for (const kind of taskKinds.filter(isGentle)) {
    for (const form of toMembers) expect(noticeTemplate('zh', form, kind)).not.toMatch(/逾期|督办|抓紧|已过/);
  }
});

test('a gap nobody fills is refused, never printed', () => {
  expect(() => fillTemplate('{{title}}，{{dueOn}}前。', said)).toThrow('dueOn');
});
