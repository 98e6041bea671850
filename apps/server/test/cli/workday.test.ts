import { commands, findCommand } from '../../src/cli/commands.js';
import { helpOf } from '../../src/cli/help.js';
import { readArguments } from '../../src/cli/read-arguments.js';
import type { WrongUsage } from '../../src/cli/wrong-usage.js';
import { xushi } from './xushi.js';

interface Answer {
  on: string;
  isProvisional: boolean;
  provisionalYears: number[];
  skipped: { on: string; why: string; name: string | null }[];
  exchanged: { on: string; name: string }[];
}

async function ask(...words: string[]) {
  const { command, rest } = findCommand(words);
  const outcome = await command.run(readArguments(command, rest));
  return { ...outcome, json: outcome.json as Answer };
}

async function refusalOf(...words: string[]): Promise<WrongUsage> {
  try {
    const { command, rest } = findCommand(words);
    await command.run(readArguments(command, rest));
  } catch (error) {
    return error as WrongUsage;
  }
  throw new Error('It was not refused.');
}

it.each([
  ['2026-02-12', '5', '2026-02-26'],
  ['2026-02-12', '+10', '2026-03-04'],
  ['2026-04-29', '5', '2026-05-09'],
  ['2026-09-29', '10', '2026-10-19'],
  ['2026-01-01', '1', '2026-01-04'],
  ['2026-02-26', '-5', '2026-02-12'],
  ['2026-05-09', '-15', '2026-04-15'],
  ['2026-02-17', '0', '2026-02-17'],
])('%s and %s working days: %s', async (from, count, on) => {
  expect(await ask('workday', from, count)).toMatchObject({ exit: 0, text: on, json: { on }, notes: [] });
});

it('says which days were passed over and why, and which weekend days were worked', async () => {
  const { json } = await ask('workday', '2026-04-29', '5');
  expect(json.skipped).toEqual([
    { on: '2026-05-01', why: 'holiday', name: '劳动节' },
    { on: '2026-05-02', why: 'holiday', name: '劳动节' },
    { on: '2026-05-03', why: 'holiday', name: '劳动节' },
    { on: '2026-05-04', why: 'holiday', name: '劳动节' },
    { on: '2026-05-05', why: 'holiday', name: '劳动节' },
  ]);
  const { json: back } = await ask('workday', '2026-02-26', '-5');
  expect(back.exchanged).toEqual([{ on: '2026-02-14', name: '春节' }]);
});

it.each([
  ['2026-12-30', '5', [2027]],
  ['2027-01-04', '-2', [2027]],
  ['2026-12-01', '5', []],
])('%s %s rests on provisional years %j', async (from, count, years) => {
  const { json, notes } = await ask('workday', from, count);
  expect({ years: json.provisionalYears, is: json.isProvisional }).toEqual({ years, is: years.length > 0 });
  expect(notes).toHaveLength(years.length);
});

describe('a wrong call names the argument and what to write', () => {
  it.each([
    [['workday'], 'DATE', 'a date such as 2026-02-12'],
    [['workday', '2026-02-12'], 'COUNT', 'a whole number such as 5 or -3'],
    [['workday', '2026-02-30', '5'], 'DATE', 'write it as 2026-02-12'],
    [['workday', '1999-02-12', '5'], 'DATE', 'from 2000 to 2100'],
    [['workday', '2026-02-12', '5.5'], 'COUNT', 'such as 5 or -3'],
    [['workday', '2026-02-12', '-999999'], 'COUNT', 'a smaller number'],
    [['workday', '2026-02-12', '5', '6'], '6', 'one word too many'],
    [['workday', '2026-02-12', '5', '--day'], '--day', 'it takes --json --help'],
    [['workday', '2026-02-12', '5', '--json=yes'], '--json', 'write it alone'],
    [['workdays'], null, 'there are: doctor'],
    [['plan'], null, 'plan rehearse'],
  ])('%j: %s', async (words, argument, remedy) => {
    const refusal = await refusalOf(...words);
    expect(refusal).toMatchObject({ argument });
    expect(refusal.english).toContain(remedy);
    expect(refusal.chinese).toMatch(/\p{Script=Han}/u);
  });
});

it.each(commands.map((command) => [command.name, command] as const))(
  '%s has help in both languages',
  (name, command) => {
    const help = helpOf(command);
    for (const word of [name, '--json', '--help', ...Object.keys(command.options).map((option) => `--${option}`)]) {
      expect(help).toContain(word);
    }
    expect(help).toMatch(/\p{Script=Han}/u);
    expect(command.examples.length).toBeGreaterThan(0);
    // Examples are calls that are understood.
    for (const example of command.examples) {
      const { command: found, rest } = findCommand(example.split(' '));
      expect(() => readArguments(found, rest)).not.toThrow();
      expect(found.name).toBe(name);
    }
  },
);

describe('the built program', () => {
  it('answers on stdout, alone', async () => {
    expect(await xushi(['workday', '2026-02-12', '5'])).toMatchObject({ exit: 0, stdout: '2026-02-26\n', stderr: '' });
  });

  it('with --json prints one line, and notes go to stderr', async () => {
    const ran = await xushi(['workday', '2026-12-30', '5', '--json']);
    expect(ran.json()).toMatchObject({ on: '2027-01-07', isProvisional: true });
    expect(ran.stderr).toContain('2027 is provisional');
  });

  it('called wrongly ends with 2 and says so as JSON, too', async () => {
    const ran = await xushi(['workday', 'tomorrow', '5', '--json']);
    expect(ran.exit).toBe(2);
    expect(ran.json()).toMatchObject({ error: { code: 'wrong-usage', argument: 'DATE' } });
    expect(ran.stderr).toContain('DATE "tomorrow"');
  });

  it.each([
    [['--help'], 0],
    [['workday', '--help'], 0],
    [[], 2],
  ])('%j shows help', async (words, exit) => {
    const ran = await xushi(words);
    expect(ran.exit).toBe(exit);
    expect(ran.stdout).toContain('npm run -s xushi --');
  });
});
