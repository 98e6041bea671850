import { WrongUsage } from '../wrong-usage.js';

/** The first line that is piped in: `--password-stdin`. */
export async function readPipedPassword(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += String(chunk);
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/**
 * Asked at the terminal twice, without echo; the questions go to stderr. Throws WrongUsage where there is no terminal
 * and when the two differ.
 */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new WrongUsage(
      '--password-stdin',
      'There is no terminal to ask for the password; pipe it in with --password-stdin.',
      '当前没有终端可供输入密码；请用 --password-stdin 从管道传入。',
    );
  }
  const first = await askHidden('Password 密码: ');
  const second = await askHidden('Once more 再输一次: ');
  if (first === second) return first;
  throw new WrongUsage(
    null,
    'The two passwords differ; nothing was changed. Call the command again.',
    '两次输入的密码不一致，未作更改；请重新运行命令。',
  );
}

const END = new Set(['\r', '\n', '\u0004']);
const BACK = new Set(['\u0008', '\u007f']);
const CANCEL = '\u0003';

/** Raw mode keeps the terminal from showing what is typed; so Enter, Backspace and Ctrl-C are ours to read. */
function askHidden(question: string): Promise<string> {
  const { stdin } = process;
  stdin.setRawMode(true).setEncoding('utf8').resume();
  process.stderr.write(question);
  return new Promise((resolve) => {
    const typed: string[] = [];
    const finish = () => {
      stdin.off('data', read).setRawMode(false).pause();
      process.stderr.write('\n');
    };
    const read = (chunk: string) => {
      for (const key of chunk) {
        if (END.has(key)) {
          finish();
          resolve(typed.join(''));
          return;
        }
        if (key === CANCEL) {
          finish();
          process.exit(130);
        }
        if (BACK.has(key)) typed.pop();
        else typed.push(key);
      }
    };
    stdin.on('data', read);
  });
}
