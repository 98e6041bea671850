import { parseArgs } from 'node:util';
import type { Arguments, Command } from './command.js';
import { WrongUsage } from './wrong-usage.js';

/** Every command takes these. */
const COMMON = new Set(['json', 'help']);
/** parseArgs takes `-5` for an option; written with a true minus sign it passes as the number it is. */
const NEGATIVE = /^-(\d+)$/;
const HIDDEN = /^\u2212(\d+)$/;

/** The words after a command's name. Throws WrongUsage that names the argument and what to write instead. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const valued = Object.entries(command.options).filter(([, { value }]) => value !== undefined);
  const { tokens } = parseArgs({
    args: words.map((word) => word.replace(NEGATIVE, '\u2212$1')),
    options: Object.fromEntries(valued.map(([name]) => [name, { type: 'string' }] as const)),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(shown(token.value));
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    const value = token.value === undefined ? undefined : shown(token.value);
    const takes = command.options[name]?.value;
    if (command.options[name] === undefined && !COMMON.has(name)) throw unknownOption(command, rawName);
    if (takes === undefined) {
      if (value !== undefined) throw takesNothing(rawName);
      flags.add(name);
    } else if (value === undefined || value === '') throw takesSomething(rawName, takes);
    else values.set(name, value);
  }
  checkCount(command, operands);
  return {
    operand: (name) => operands[command.operands.findIndex((one) => one.name === name)] ?? '',
    option: (name) => values.get(name) ?? null,
    has: (flag) => flags.has(flag),
  };
}

const shown = (word: string) => word.replace(HIDDEN, '-$1');

/** `calendar diff FILE [--days-only] [--json]` */
export function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value }]) =>
    value === undefined ? `[--${name}]` : `[--${name} ${value}]`,
  );
  return [command.name, ...command.operands.map(({ name }) => name), ...options, '[--json]'].join(' ');
}

function checkCount(command: Command, operands: readonly string[]): void {
  const missing = command.operands[operands.length];
  const usage = usageOf(command);
  if (missing !== undefined) {
    throw new WrongUsage(
      missing.name,
      `${missing.name} is missing (${missing.about.english}): ${usage}`,
      `缺少 ${missing.name}（${missing.about.chinese}）：${usage}`,
    );
  }
  const extra = operands[command.operands.length];
  if (extra === undefined) return;
  throw new WrongUsage(
    extra,
    `"${extra}" is one word too many; leave it out, or put quotes around words that belong together: ${usage}`,
    `多了一个参数 "${extra}"；请去掉，含空格的内容请加引号：${usage}`,
  );
}

function unknownOption(command: Command, rawName: string): WrongUsage {
  const known = [...Object.keys(command.options), ...COMMON].map((name) => `--${name}`).join(' ');
  return new WrongUsage(
    rawName,
    `${rawName} is no option of "${command.name}"; it takes ${known}.`,
    `${command.name} 没有选项 ${rawName}；可用：${known}。`,
  );
}

function takesNothing(rawName: string): WrongUsage {
  return new WrongUsage(rawName, `${rawName} takes no value; write it alone.`, `${rawName} 不带值，请单独书写。`);
}

function takesSomething(rawName: string, value: string): WrongUsage {
  return new WrongUsage(
    rawName,
    `${rawName} needs a value: ${rawName} ${value}`,
    `${rawName} 需要一个值：${rawName} ${value}`,
  );
}
