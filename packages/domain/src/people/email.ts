const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/iu;
const LONGEST_ADDRESS = 200;

/**
 * A mail address as it is written down: full-width signs of an input method as plain ones, no blanks around, no
 * `mailto:`, its domain in lower case. Null for an empty text; anything else that is no address is refused.
 */
export function cleanEmail(text: string): { ok: true; value: string | null } | { ok: false; code: 'email-invalid' } {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/iu, '')
    .replaceAll('。', '.');
  if (plain === '' || plain === '无' || plain === '-' || plain === '/') return { ok: true, value: null };
  if (plain.length > LONGEST_ADDRESS || !ADDRESS.test(plain)) return { ok: false, code: 'email-invalid' };
  const at = plain.lastIndexOf('@');
  return { ok: true, value: `${plain.slice(0, at)}${plain.slice(at).toLowerCase()}` };
}
