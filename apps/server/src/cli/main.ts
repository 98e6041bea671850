import { Refusal } from '@xushi/infra/database';
import type { Outcome } from './command.js';
import { commands, findCommand } from './commands.js';
import { helpOf, overview } from './help.js';
import { readArguments } from './read-arguments.js';
import { WrongUsage } from './wrong-usage.js';

/*
 * `npm run -s xushi -- COMMAND …`. Answers go to stdout, with --json as exactly one line; everything else goes to
 * stderr. Exit codes: 0 done, 1 refused or something wants mending, 2 called wrongly.
 */

const words = process.argv.slice(2);
const wantsJson = words.includes('--json');
// What the server would log while a command boots it is of no use here, unless it is asked for.
process.env.XUSHI_LOG ??= 'error';

try {
  process.exitCode = await run();
} catch (error) {
  process.exitCode = tell(error);
}

async function run(): Promise<number> {
  if (words.length === 0 || words[0] === '--help' || words[0] === 'help') {
    process.stdout.write(overview(commands));
    return words.length === 0 ? 2 : 0;
  }
  const { command, rest } = findCommand(words);
  if (rest.includes('--help')) {
    process.stdout.write(helpOf(command));
    return 0;
  }
  const outcome = await command.run(readArguments(command, rest));
  print(outcome);
  return outcome.exit;
}

function print({ json, text, notes, isRefused }: Outcome): void {
  for (const { english, chinese } of notes ?? []) process.stderr.write(`! ${english}\n  ${chinese}\n`);
  if (isRefused === true) process.stderr.write(`${text}\n`);
  else if (!wantsJson) process.stdout.write(`${text}\n`);
  if (wantsJson) process.stdout.write(`${JSON.stringify(json)}\n`);
}

/** A refusal in one sentence in each language; anything else is a defect and keeps its stack. Answers the exit code. */
function tell(error: unknown): 1 | 2 {
  if (!(error instanceof WrongUsage || error instanceof Refusal)) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
  const { english, chinese } = error;
  process.stderr.write(`✗ ${english}\n  ${chinese}\n`);
  if (wantsJson) {
    const why = error instanceof WrongUsage ? { code: 'wrong-usage', argument: error.argument } : { code: error.code };
    process.stdout.write(`${JSON.stringify({ error: { ...why, english, chinese } })}\n`);
  }
  return error instanceof WrongUsage ? 2 : 1;
}
