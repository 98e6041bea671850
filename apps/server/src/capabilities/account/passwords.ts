import { hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const SHORTEST_PASSWORD = 8;

/** An argon2id hash with its parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Whether a password matches. With no hash on record it does the same work and answers no, so that the time taken
 * does not tell which names exist.
 */
export async function matchesPassword(known: string | null, password: string): Promise<boolean> {
  absent ??= hashPassword('no account has this password');
  const matches = await verify(known ?? (await absent), password);
  return known !== null && matches;
}

let absent: Promise<string> | null = null;
