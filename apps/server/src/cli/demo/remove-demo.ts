import { countDemo, isServed, readDemoState, removeDemo } from '../../demo/demo-state.js';
import type { Arguments, Outcome } from '../command.js';
import { openDatabase } from '../installation.js';
import { refuse } from '../refuse.js';

/** `demo remove`: everything of a demo installation goes; the next start opens the first-run page. */
export async function removeDemoData(given: Arguments): Promise<Outcome> {
  const database = await openDatabase();
  try {
    if ((await readDemoState(database.url)) === 'none') {
      return refuse('not-a-demo', {
        english: 'This installation is not a demo: nothing was removed.',
        chinese: '本系统不是演示环境，未删除任何内容。',
      });
    }
    if (await isServed(database.url)) {
      return refuse('server-running', {
        english: 'A server is running on this database; stop it (Ctrl-C where npm start runs), then call this again.',
        chinese: '服务正在使用此数据库；请先停止服务（在 npm start 处按 Ctrl-C），再运行本命令。',
      });
    }
    const demo = await countDemo(database.url);
    const { committees, people, plans } = demo;
    if (!given.has('yes')) {
      return refuse('not-confirmed', {
        english: `This removes ${committees} committees, ${people} people and ${plans} plans with all that was done in them, also what you entered yourself. Add --yes to do it.`,
        chinese: `将删除 ${committees} 个单位、${people} 人、${plans} 份计划及其全部记录，包括您自己录入的内容。确认请加 --yes。`,
      });
    }
    await removeDemo(database.url);
    return {
      exit: 0,
      json: { removed: demo },
      text: [
        `Removed 已删除: ${committees} committees 个单位, ${people} people 人, ${plans} plans 份计划`,
        'Start with XUSHI_DEMO=0 npm start to set up a committee of your own. 以 XUSHI_DEMO=0 npm start 启动，即可设置自己的单位。',
      ].join('\n'),
    };
  } finally {
    await database.end();
  }
}
