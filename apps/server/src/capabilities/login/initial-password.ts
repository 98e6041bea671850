import { randomInt } from 'node:crypto';

/** Nothing that is read wrongly from paper: no 0 and o, no 1, i and l. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const SIGNS_IN_GROUP = 4;

/** A password to be typed once from a slip, such as `kp7m-3xwq-9hdn`: 59 bits of chance in three groups of four. */
export function initialPassword(): string {
  const group = () => Array.from({ length: SIGNS_IN_GROUP }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
