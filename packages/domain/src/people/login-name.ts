const SHORTEST = 2;
const LONGEST = 64;

/** Letters of any script and digits, joined by marks that any keyboard has: 王秀英, wang.xiuying, 13800000101. */
const ALLOWED = /^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u;

/**
 * A login name as it is kept: small letters, full-width ones of an input method as plain ones. Null for fewer than 2 or
 * more than 64 characters, for one that begins with a mark, and for blanks and marks other than . _ @ -
 */
export function readLoginName(written: string): string | null {
  const name = written.normalize('NFKC').trim().toLowerCase();
  return name.length >= SHORTEST && name.length <= LONGEST && ALLOWED.test(name) ? name : null;
}

/**
 * A login name to begin with: the person's own, with a number from 2 on where it is taken (王秀英, 王秀英2). Empty when
 * nothing of the name can be one, or when it is taken ninety-nine times over.
 */
export function proposeLoginName(name: string, isTaken: (loginName: string) => boolean): string {
  return loginNamesFor(name).find((loginName) => !isTaken(loginName)) ?? '';
}

/** The login names that may be proposed for a person, the best first. */
export function loginNamesFor(name: string): string[] {
  const plain = readLoginName(name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
  if (plain === null) return [];
  return Array.from({ length: 99 }, (_, index) => (index === 0 ? plain : `${plain}${index + 1}`)).filter(
    (one) => readLoginName(one) !== null,
  );
}
