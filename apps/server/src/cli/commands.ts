import type { Command } from './command.js';
import { WrongUsage } from './wrong-usage.js';

/** A JSON file, wherever a command takes one. */
const planOperand = {
  name: 'FILE',
  about: {
    english: 'a plan as JSON; docs/operations/plan-file.md says how it is written',
    chinese: 'JSON 格式的计划；写法见 docs/operations/plan-file.md',
  },
} as const;

const documentOperand = {
  name: 'FILE',
  about: {
    english: 'a plan as a clerk has it: .txt or .md (UTF-8, GBK), .docx, .xlsx',
    chinese: '工作计划原文：.txt、.md（UTF-8、GBK）、.docx 或 .xlsx',
  },
} as const;

const noticeOperand = {
  name: 'FILE',
  about: {
    english: 'the notice as JSON in the shape of holiday-cn: {year, papers, days: [{name, date, isOffDay}]}',
    chinese: '放假通知的 JSON，格式同 holiday-cn：{year, papers, days: [{name, date, isOffDay}]}',
  },
} as const;

/**
 * Every command, as the overview lists them. What a command does is loaded when it is called: a date is not to wait for
 * the server's code.
 */
export const commands: readonly Command[] = [
  {
    name: 'doctor',
    about: {
      english:
        'Looks over the machine, the data and the work under way; says of everything amiss what to do. Changes nothing.',
      chinese: '检查本机、数据和运行情况，并说明每个问题如何处理；不作任何更改。',
    },
    operands: [],
    options: {},
    examples: ['doctor', 'doctor --json'],
    run: async () => (await import('./doctor/doctor.js')).doctor(),
  },
  {
    name: 'create-admin',
    about: {
      english:
        'Makes an administrator of the topmost committee; with --reset gives an existing account a new password, unlocks it and ends its sessions.',
      chinese: '为最上级单位新建管理员；加 --reset 则为已有账号重设密码、解除锁定并结束其会话。',
    },
    operands: [
      {
        name: 'LOGIN',
        about: { english: 'name to sign in with, 2 to 64 characters', chinese: '登录名，2 至 64 个字符' },
      },
    ],
    options: {
      name: {
        value: 'NAME',
        about: { english: "the person's name; without it the LOGIN", chinese: '姓名，缺省同登录名' },
      },
      reset: {
        about: { english: 'the account exists: set a new password', chinese: '账号已存在，重设其密码' },
      },
      'password-stdin': {
        about: {
          english: 'read the password from stdin instead of asking for it',
          chinese: '从标准输入读取密码，不在终端询问',
        },
      },
    },
    examples: [
      'create-admin guanliyuan --name 何定安',
      'create-admin guanliyuan --reset',
      'create-admin guanliyuan --password-stdin --json',
    ],
    run: async (given) => (await import('./create-admin/create-admin.js')).createAdmin(given),
  },
  {
    name: 'workday',
    about: {
      english: 'The date COUNT working days after DATE (before it, if negative); DATE itself is not counted.',
      chinese: '从 DATE 起第 COUNT 个工作日（负数为之前）；当日不计。',
    },
    operands: [
      { name: 'DATE', about: { english: 'a date such as 2026-02-12', chinese: '日期，如 2026-02-12' } },
      { name: 'COUNT', about: { english: 'a whole number such as 5 or -3', chinese: '整数，如 5 或 -3' } },
    ],
    options: {},
    examples: ['workday 2026-02-12 5', 'workday 2026-02-26 -5', 'workday 2026-02-12 5 --json'],
    run: async (given) => (await import('./workday.js')).workday(given),
  },
  {
    name: 'calendar diff',
    about: {
      english: "The days that a year's holiday notice changes, and the open dates that would move; nothing is written.",
      chinese: '列出放假通知将改变的日子和会移动的日期；不写入。',
    },
    operands: [noticeOperand],
    options: {
      'days-only': {
        about: {
          english: 'compare with the days that come with the product; no database is asked',
          chinese: '只与产品自带的日历比较，不查数据库',
        },
      },
      as: {
        value: 'LOGIN',
        about: {
          english: 'the administrator who asks; needed where there are several',
          chinese: '以哪位管理员的名义；有多位时必填',
        },
      },
    },
    examples: ['calendar diff 2027.json', 'calendar diff 2027.json --days-only --json'],
    run: async (given) => (await import('./calendar/diff-calendar.js')).diffCalendar(given),
  },
  {
    name: 'calendar import',
    about: {
      english: "Enters a year's holiday notice; open dates follow it, and every move is listed.",
      chinese: '录入一年的放假通知；未完成事项的日期随之调整，并逐项列出。',
    },
    operands: [noticeOperand],
    options: {
      as: {
        value: 'LOGIN',
        about: {
          english: 'the administrator who enters it, for the record; needed where there are several',
          chinese: '以哪位管理员的名义录入（留痕）；有多位时必填',
        },
      },
    },
    examples: ['calendar import 2027.json', 'calendar import 2027.json --as guanliyuan --json'],
    run: async (given) => (await import('./calendar/import-calendar.js')).importCalendar(given),
  },
  {
    name: 'calendar take-back',
    about: {
      english:
        'What taking back a wrong holiday notice would change; with --make it is taken back. The year is provisional again, or has the days that came with the product.',
      chinese: '列出撤回误录的放假通知将引起的变动；加 --make 才撤回。该年恢复为暂定，或恢复产品自带的安排。',
    },
    operands: [{ name: 'YEAR', about: { english: "the notice's year, such as 2027", chinese: '通知的年份，如 2027' } }],
    options: {
      make: {
        about: { english: 'take it back, and move the open dates', chinese: '执行撤回，未完成事项的日期随之调整' },
      },
      as: {
        value: 'LOGIN',
        about: {
          english: 'the administrator who takes it back, for the record; needed where there are several',
          chinese: '以哪位管理员的名义撤回（留痕）；有多位时必填',
        },
      },
    },
    examples: ['calendar take-back 2027', 'calendar take-back 2027 --make --as guanliyuan --json'],
    run: async (given) => (await import('./calendar/take-back-year.js')).takeBackYear(given),
  },
  {
    name: 'plan rehearse',
    about: {
      english: 'What a plan in a file would cause in its year: dates with reasons, duties, reminders, load, clashes.',
      chinese: '预演文件中的年度计划：日期及依据、任务、提醒、负担和冲突。',
    },
    operands: [planOperand],
    options: {},
    examples: ['plan rehearse docs/operations/plan-example.json', 'plan rehearse plan.json --json'],
    run: async (given) => (await import('./plan/rehearse-plan-file.js')).rehearsePlanFile(given),
  },
  {
    name: 'plan read',
    about: {
      english:
        "What the text of a year's plan would become as items, what is still to be said of each, and what was left out and why; nothing is kept.",
      chinese: '读取年度计划原文，列出可成为计划事项的内容、尚待补充之处，以及未采用的文字和原因；不保存。',
    },
    operands: [documentOperand],
    options: {
      year: { value: 'YEAR', about: { english: "the plan's year, such as 2027", chinese: '计划年度，如 2027' } },
    },
    examples: ['plan read plan.docx --year 2027', 'plan read plan.txt --year 2027 --json'],
    run: async (given) => (await import('./plan/read-plan-document.js')).readPlanDocument(given),
  },
  {
    name: 'demo remove',
    about: {
      english: 'Empties a demo installation, so that a committee of your own can be set up. Refuses any other.',
      chinese: '清空演示环境，以便设置自己的单位；非演示环境一律拒绝。',
    },
    operands: [],
    options: {
      yes: {
        about: { english: 'do it; without this it says what would go', chinese: '确认执行；不加则只说明将删除什么' },
      },
    },
    examples: ['demo remove', 'demo remove --yes'],
    run: async (given) => (await import('./demo/remove-demo.js')).removeDemoData(given),
  },
];

/** The command that some words begin with, and the words left for it. */
export function findCommand(words: readonly string[]): { command: Command; rest: readonly string[] } {
  for (const command of commands) {
    const name = command.name.split(' ');
    if (name.every((word, index) => words[index] === word)) return { command, rest: words.slice(name.length) };
  }
  const called = words
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ');
  const known = commands.map(({ name }) => name).join(', ');
  throw called === ''
    ? new WrongUsage(null, `Say which command: ${known}.`, `请指明命令：${known}。`)
    : new WrongUsage(
        null,
        `There is no command "${called}"; there are: ${known}.`,
        `没有命令 "${called}"；可用命令：${known}。`,
      );
}
