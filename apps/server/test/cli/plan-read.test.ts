import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findCommand } from '../../src/cli/commands.js';
import { readArguments } from '../../src/cli/read-arguments.js';

const folder = mkdtempSync(path.join(tmpdir(), 'xushi-plan-read-'));
const plan = path.join(folder, '计划.txt');
writeFileSync(
  plan,
  `2027年工作计划
1.至少一个季度组织委员活动一次。
2.下半年组织委员对社会保障情况进行一次视察，并写好一份调研报告。
3.6月中旬和11月下旬召开街情通报会。
4.重阳节前走访慰问老委员。
5.全年组织委员视察两次以上。
6.适时组织委员外出考察。`,
);

async function run(...words: string[]) {
  const { command, rest } = findCommand(words);
  return command.run(readArguments(command, rest));
}

it('answers what recurs as a rule, what has one stretch as a window, what hangs on a day as an anchor', async () => {
  const { exit, json } = await run('plan', 'read', plan, '--year', '2027', '--json');
  expect(exit).toBe(0);
  const { items } = json as { items: Record<string, unknown>[] };
  expect(items.map(({ cadence, window, anchor, report, open }) => ({ cadence, window, anchor, report, open }))).toEqual(
    [
      { cadence: { rrule: 'FREQ=MONTHLY;INTERVAL=3', times: 1 }, window: null, anchor: null, report: false, open: [] },
      { cadence: null, window: { from: '2027-07-01', to: '2027-12-31' }, anchor: null, report: true, open: [] },
      { cadence: { rrule: 'FREQ=YEARLY;BYMONTH=6,11', times: 1 }, window: null, anchor: null, report: false, open: [] },
      {
        cadence: null,
        window: null,
        anchor: expect.objectContaining({
          kind: 'festival',
          name: '重阳节',
          offset: { unit: 'calendar-days', count: -1 },
        }),
        report: false,
        open: [],
      },
      {
        cadence: { rrule: 'FREQ=YEARLY', times: 2 },
        window: { from: '2027-01-01', to: '2027-12-31' },
        anchor: null,
        report: false,
        open: [],
      },
      { cadence: null, window: null, anchor: null, report: false, open: ['cadence'] },
    ],
  );
});

it('names every item and what was left out to a person', async () => {
  const { text } = await run('plan', 'read', plan, '--year', '2027');
  expect(text).toContain('6 items 项, 1 without a time 未定时间');
  expect(text).toContain('组织委员活动');
});

it('says what is wrong with the year or the file', async () => {
  await expect(run('plan', 'read', plan)).rejects.toMatchObject({ argument: '--year' });
  await expect(run('plan', 'read', plan, '--year', '27')).rejects.toMatchObject({ argument: '--year' });
  await expect(run('plan', 'read', path.join(folder, 'none.txt'), '--year', '2027')).rejects.toMatchObject({
    argument: 'FILE',
  });
  const pdf = path.join(folder, '计划.pdf');
  writeFileSync(pdf, '%PDF-1.7');
  expect(await run('plan', 'read', pdf, '--year', '2027')).toMatchObject({ exit: 1, json: { error: { code: 'pdf' } } });
});
