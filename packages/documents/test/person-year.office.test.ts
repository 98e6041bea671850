import { type OfficeFile, type PrintedPage, printByOffice, readPages } from '@xushi/testkit';
import { writeDocument } from '../src/index.js';
import { sampleItem, sampleOccurrence, samplePaper } from './sample-paper.js';

const paper = samplePaper({
  items: [
    sampleItem({
      parts: [
        { accountId: 'clerk', part: 'in-charge' },
        { accountId: 'member', part: 'participant' },
      ],
    }),
    sampleItem({
      id: 'proposals',
      title: '提交提案',
      asked: { who: '全体委员', to: 'hand-in' },
      target: 2,
      parts: [{ accountId: 'member', part: 'participant' }],
    }),
  ],
  occurrences: [
    sampleOccurrence(),
    sampleOccurrence({
      itemId: 'proposals',
      key: '2026-10',
      fromOn: '2026-10-01',
      dueOn: '2026-10-30',
      reason: { rule: 'last-workday-of-window', from: '2026-10-31', provisional: true },
    }),
  ],
  people: [
    { accountId: 'clerk', name: '李晓', isMember: false },
    { accountId: 'member', name: '王一鸣', isMember: true },
  ],
});

describe("one person's year", () => {
  let texts: Record<'clerk' | 'member', string>;
  beforeAll(async () => {
    const file = async (accountId: string): Promise<OfficeFile> => {
      return { kind: 'docx', bytes: await writeDocument({ document: 'person-year', accountId, paper }) };
    };
    const [clerk, member] = await printByOffice([await file('clerk'), await file('member')]);
    texts = { clerk: textOf(await readPages(clerk!)), member: textOf(await readPages(member!)) };
  }, 120_000);
  const textOf = (pages: readonly PrintedPage[]) =>
    pages
      .flatMap(({ lines }) => lines)
      .map(({ text }) => text)
      .join('')
      .replaceAll(' ', '');

  it.each([
    '2026年度委员履职活动安排',
    '尊敬的王一鸣委员：',
    '诚请您参加下列活动、办理下列事项，共2次。',
    '委员集体学习（一季度）',
    '3月31日（周二）前',
    '一季度最后一个工',
    '10月30日（周五）',
    '前（暂定）',
    '提交2件',
  ])('a member is asked with courtesy: %s', (said) => {
    expect(texts.member).toContain(said);
  });

  it('never speaks to a member of lateness or supervision, nor of who else is in charge', () => {
    expect(texts.member).not.toMatch(/逾期|督办|截止|必须|李晓/);
  });

  it('says to a clerk what is theirs', () => {
    expect(texts.clerk).toContain('2026年度个人工作安排');
    expect(texts.clerk).toContain('李晓同志：');
    expect(texts.clerk).toContain('由您承担的事项如下：负责1次。');
    expect(texts.clerk).not.toContain('提交提案');
  });

  it('somebody without a part has no sheet', async () => {
    await expect(writeDocument({ document: 'person-year', accountId: 'stranger', paper })).rejects.toThrow(RangeError);
  });
});
