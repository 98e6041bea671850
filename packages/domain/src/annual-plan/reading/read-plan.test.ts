import { sayCadence } from '../../recurrence/cadence-words.js';
import { judgePlanItem } from '../plan-item.js';
import { draftOfReading } from './draft-item.js';
import { readPlan } from './read-plan.js';
import { documentOfText } from './source-document.js';

const read = (text: string) => readPlan(documentOfText(text), { year: 2027 });
/** Line, category, title and when, as a clerk would check them. */
const rows = (text: string) =>
  read(text).items.map(({ source, category, title, cadence, times }) => [
    source.line,
    category,
    title,
    cadence === null ? '待定' : sayCadence(cadence, times, 'zh'),
  ]);

const township = `一、2026年工作回顾
一年来，我乡政协工委组织委员视察了重点工程，共提交提案8件，受到好评。
二、2027年工作安排
（一）加强政治理论学习，提高委员参政议政能力。按照区、乡党委统一部署，落实各项学习制度，至少一个季度组织委员活动一次。
（二）注重调查研究，提高委员提案水平。一是要求委员积极进行调查研究，做到心中有数；二是组织委员对全乡重点工程等
工作进行调查视察，在政协六届5次会议中，每个委员至少提交两份有质量的提案。
（三）牢固树立“以人为本、履职为民”的理念，在下半年，组织委员对全乡社会保障情况进行一次视察调研，并写好一份有质量的调研报告。`;

it('reads the plan behind a report, and not the report', () => {
  expect(rows(township)).toEqual([
    [4, 'study', '落实各项学习制度', '待定'],
    [4, 'activity', '组织委员活动', '每季度至少一次'],
    [5, 'inspection', '组织委员对全乡重点工程等工作进行调查视察', '待定'],
    [6, 'proposal', '每个委员至少提交两份有质量的提案', '不迟于全会开幕当日'],
    [7, 'inspection', '组织委员对全乡社会保障情况进行视察调研', '下半年'],
  ]);
  expect(read(township).items.map(({ target, reportWanted }) => [target, reportWanted])).toEqual([
    [null, false],
    [null, false],
    [null, false],
    [{ count: 2, per: 'member', unit: '份' }, false],
    [null, true],
  ]);
});

it.each([
  ['“有事好商量”协商活动每两个月至少开展1次。', '“有事好商量”协商活动'],
  ['“六一”儿童节走访柳河小学。', '走访柳河小学'],
  ['"书香政协"读书活动每季度举办一次。', '书香政协读书活动'],
])('%s is called %s', (text, title) => {
  expect(read(`2027年工作计划\n一、主要工作\n1.${text}`).items.map((item) => item.title)).toEqual([title]);
});

it('says of every line with text what became of it', () => {
  const { items, skipped } = read(township);
  const told = new Set([...items.map(({ source }) => source.line), ...skipped.map(({ line }) => line)]);
  expect([...told].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(skipped.filter(({ line }) => line <= 2).map(({ why }) => why)).toEqual(['report', 'report']);
});

it('makes drafts that stand in a plan as soon as a cadence is given', () => {
  for (const item of read(township).items) {
    const { draft, open } = draftOfReading(item);
    expect(open).toEqual(draft.cadence === null ? ['cadence'] : []);
    expect(judgePlanItem({ ...draft, cadence: draft.cadence ?? { kind: 'each', unit: 'quarter' } }, 2027)).toBeNull();
  }
});

it('reads a task chart whatever its columns are called and where they stand', () => {
  const chart = [
    ['序号', '完成时限', '工作任务', '分管领导', '责任科室', '配合单位', '责任人'],
    ['1', '5月中旬', '视察重点工程', '副主席', '经济委', '发改局、住建局', '主任'],
    ['2', '适时', '编印文史资料', '主席', '文史委', '', ''],
  ];
  const { items, skipped } = read(chart.map((cells) => cells.join('\t')).join('\n'));
  expect(
    items.map(({ title, category, timeWords, open, duties }) => ({ title, category, timeWords, open, duties })),
  ).toEqual([
    {
      title: '视察重点工程',
      category: 'inspection',
      timeWords: '5月中旬',
      open: [],
      duties: { leadInCharge: '副主席', leadOffice: '经济委', cooperating: ['发改局', '住建局'], responsible: '主任' },
    },
    {
      title: '编印文史资料',
      category: 'history',
      timeWords: '适时',
      open: ['cadence'],
      duties: { leadInCharge: '主席', leadOffice: '文史委', cooperating: [], responsible: null },
    },
  ]);
  expect(skipped).toEqual([expect.objectContaining({ line: 1, why: 'table-heading' })]);
  expect(items.map((item) => draftOfReading(item).draft)).toMatchObject([
    { leadOffice: '经济委', cooperating: ['发改局', '住建局'] },
    { leadOffice: '文史委', cooperating: [] },
  ]);
});

it('takes the content of a chart for what is done where its task is only a kind of work', () => {
  const rows = [
    ['序号', '重点任务', '工作内容', '完成时限', '责任人'],
    ['1', '提案工作', '开展提案督办视察一次', '9月底', '办公室'],
    ['2', '民主监督', '对河道治理开展民主监督', '10月底前', '办公室'],
    ['3', '视察重点工程', '了解进展，提出建议', '5月', '办公室'],
    ['4', '学习', '书目：《人民政协章程》', '6月', '办公室'],
    ['5', '文史', '1.征集史料一次；2.出版专辑一册', '11月', '办公室'],
  ];
  const { items } = read(rows.map((cells) => cells.join('\t')).join('\n'));
  expect(items.map(({ title, category }) => `${title} ${category}`)).toEqual([
    '开展提案督办视察一次 proposal',
    '对河道治理开展民主监督 oversight',
    '视察重点工程 inspection',
    '学习 study',
    '征集史料 history',
    '出版专辑一册 history',
  ]);
});

it('takes over who leads and helps from a remark in brackets, too', () => {
  const { items } = read('10月底前视察老旧小区改造(责任单位:城建委;配合单位:住建局、住建局、城管局)。');
  expect(items.map((item) => draftOfReading(item).draft)).toMatchObject([
    { leadOffice: '城建委', cooperating: ['住建局', '城管局'] },
  ]);
});

it('reads what is wanted by a day as something to do, also where it is a summary of the year', () => {
  const text = `九、开展一次视察
十、12月20日前报送年度工作总结，长期做好群众工作`;
  expect(rows(text).slice(1)).toEqual([
    [2, expect.any(String), expect.stringContaining('报送年度工作总结'), '12月20日前'],
  ]);
  expect(read(text).skipped.filter(({ why }) => why === 'report')).toEqual([]);
});
