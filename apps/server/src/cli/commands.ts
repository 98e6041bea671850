import type { Command } from './command.js';
import { rehearsePlanFile } from './plan/rehearse-plan-file.js';
import { workdayCommand } from './workday.js';
import { WrongUsage } from './wrong-usage.js';

/** Every command, as the overview lists them. */
export const commands: readonly Command[] = [workdayCommand, rehearsePlanFile];

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
