import type { Translated } from '../messages';
import type { account as chinese } from '../zh-CN/account';

export const account: Translated<typeof chinese> = {
  signInTitle: 'Sign in',
  loginName: 'Login name',
  password: 'Password',
  signIn: 'Sign in',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  wrong: 'The login name or the password is wrong. Check both and try again.',
  lockedUntil:
    'Too many wrong attempts: the account is locked and opens again at {{time}}. If you forgot the password, ask the administrator.',
  locked:
    'Too many wrong attempts: the account is locked for a while. If you forgot the password, ask the administrator.',
  toGoOn: 'Please sign in; the page you asked for opens then.',
  demoTitle: 'Demonstration',
  demoHint: 'Choose a person to fill in the login name; the password was printed in the terminal at the start.',
  demoPeople: {
    clerk: 'Township clerk',
    leader: 'Township leader',
    member: 'Township member',
    countyClerk: 'County clerk',
    county: 'County leader',
    unit: 'Handling unit',
    street: 'Street clerk',
    administrator: 'Administrator',
  },
  setUpTitle: 'First set-up',
  setUpText: 'Fill this in once and begin: your committee, and its first administrator.',
  committeeName: 'Committee',
  committeeNameHint: 'For example: CPPCC of a county, or a township work committee',
  level: 'Level',
  administratorName: 'Administrator’s name',
  setUp: 'Finish and sign in',
  passwordHint: 'At least {{count}} characters',
  currentPassword: 'Current password',
  newPassword: 'New password',
  repeatPassword: 'New password again',
  passwordsDiffer: 'The two new passwords differ. Type them again.',
  passwordChanged: 'The password is changed; all other sessions are signed out.',
};
