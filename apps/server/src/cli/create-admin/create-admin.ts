import { CreateAdministrator, type CreatedAdministrator } from '../../capabilities/committee/index.js';
import type { Arguments, Outcome } from '../command.js';
import { onInstallation } from '../installation.js';
import { refuse } from '../refuse.js';
import type { Bilingual } from '../wrong-usage.js';
import { askPassword, readPipedPassword } from './read-password.js';

/** `create-admin LOGIN`: an administrator of the topmost committee, and the way back in for one who is locked out. */
export async function createAdmin(given: Arguments): Promise<Outcome> {
  const loginName = given.operand('LOGIN');
  const name = given.option('name') ?? loginName;
  // Asked for when the installation is there: nobody types a password for nothing.
  const result = await onInstallation(async (app) => {
    const password = given.has('password-stdin') ? await readPipedPassword() : await askPassword();
    return app.get(CreateAdministrator).run({ loginName, name, password, isReset: given.has('reset') });
  });
  if (!result.ok) {
    if (result.why !== 'refused') throw new Error(`Nobody refuses like this: ${JSON.stringify(result)}`);
    return refuse(result.reason, REFUSALS[result.reason](loginName));
  }
  return { exit: 0, json: result.value, text: said(result.value) };
}

function said({ loginName, committeeName, account, isAppointed }: CreatedAdministrator): string {
  const office = isAppointed ? `, now an administrator of ${committeeName} 已任${committeeName}管理员` : '';
  return account === 'created'
    ? `Created 已新建: ${loginName}${office}`
    : `Password reset, sessions ended 已重设密码并结束会话: ${loginName}${office}`;
}

type Refused = Exclude<Awaited<ReturnType<CreateAdministrator['run']>>, { ok: true }>;
type Reason = Extract<Refused, { why: 'refused' }>['reason'];

/** What is wrong and what to do, for each reason; one without words does not compile. */
const REFUSALS: Readonly<Record<Reason, (loginName: string) => Bilingual>> = {
  'not-set-up': () => ({
    english:
      'The system is not set up yet: its first page makes the first administrator. Start it and open its address.',
    chinese: '系统尚未设置：首位管理员在首次运行页面创建。请启动服务并打开其地址。',
  }),
  'login-name-invalid': (loginName) => ({
    english: `LOGIN "${loginName}" must have 2 to 64 letters and digits, with . _ - @ between them; choose another.`,
    chinese: `LOGIN "${loginName}" 须为 2 至 64 个文字、字母或数字，中间可用 . _ - @，请换一个。`,
  }),
  'login-name-taken': (loginName) => ({
    english: `LOGIN "${loginName}" is taken; choose another, or add --reset to give that account a new password.`,
    chinese: `登录名 "${loginName}" 已存在；请换一个，或加 --reset 为该账号重设密码。`,
  }),
  'login-name-unknown': (loginName) => ({
    english: `There is no account "${loginName}" to reset; check the name, or leave out --reset to create it.`,
    chinese: `没有账号 "${loginName}" 可重设；请核对登录名，或去掉 --reset 以新建。`,
  }),
  'password-too-short': () => ({
    english: 'The password has fewer than 8 characters; choose a longer one.',
    chinese: '密码少于 8 个字符，请换一个更长的。',
  }),
};
