import type { Command } from './command.js';
import { usageOf } from './read-arguments.js';
import type { Bilingual } from './wrong-usage.js';

const CALL = 'npm run -s xushi --';

const JSON_OPTION = { english: 'the answer as one line of JSON', chinese: '以一行 JSON 输出结果' };
const HELP_OPTION = { english: 'this help', chinese: '显示本帮助' };
const EXITS = `Exit codes 退出码
  0  done 成功
  1  refused, or something wants mending 被拒绝，或有需处理的问题
  2  called wrongly 用法有误
`;

/** Every command in a line. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map((command) => [command.name, command.about] as const);
  return `Usage 用法: ${CALL} COMMAND …   (COMMAND --help says more 查看详细用法)

${listed(rows)}
${EXITS}`;
}

/** One command's usage, arguments, options and examples, in both languages. */
export function helpOf(command: Command): string {
  const { about, operands, options, examples } = command;
  const rows: (readonly [string, Bilingual])[] = [
    ...operands.map((operand) => [operand.name, operand.about] as const),
    ...Object.entries(options).map(
      ([name, { value, about }]) => [value === undefined ? `--${name}` : `--${name} ${value}`, about] as const,
    ),
    ['--json', JSON_OPTION],
    ['--help', HELP_OPTION],
  ];
  return `${about.english}
${about.chinese}

Usage 用法: ${CALL} ${usageOf(command)}

${listed(rows)}
Examples 示例
${examples.map((example) => `  ${CALL} ${example}\n`).join('')}
${EXITS}`;
}

function listed(rows: readonly (readonly [string, Bilingual])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows
    .map(([name, { english, chinese }]) => `  ${name.padEnd(width)}${english}\n  ${' '.repeat(width)}${chinese}\n`)
    .join('');
}
