/** What became of one try to hand a message to a channel outside. */
export type TryOutcome = 'delivered' | 'deferred' | 'in-doubt' | 'failed';

/** Where a conversation with a mail server ended, and its three digits; null where it said nothing. */
export interface BrokenTry {
  readonly stage: 'connect' | 'sign-in' | 'sender' | 'recipient' | 'data' | 'answer';
  readonly code: number | null;
}

/** Minutes from one try to the next: about a day in all, as mail servers keep trying among themselves. */
const MINUTES_TO_NEXT_TRY = [1, 5, 15, 60, 120, 240, 480, 720] as const;

/**
 * What a broken try means. Silence after the whole mail was handed over leaves it in doubt. A refusal for good counts
 * when it is about this mail: its recipient or its content; what a server has against the connection, the password or
 * the sender is mended in the settings, and the mail waits for that. RFC 5321, 4.2.1.
 */
export function outcomeOfBrokenTry({ stage, code }: BrokenTry): Exclude<TryOutcome, 'delivered'> {
  if (code === null) return stage === 'answer' ? 'in-doubt' : 'deferred';
  const isAboutThisMail = stage === 'recipient' || stage === 'data' || stage === 'answer';
  return code >= 500 && isAboutThisMail ? 'failed' : 'deferred';
}

/** Seconds to wait after the n-th try (1, 2 …); null after the last. */
export function secondsToNextTry(tries: number): number | null {
  const minutes = MINUTES_TO_NEXT_TRY[tries - 1];
  return minutes === undefined ? null : minutes * 60;
}

/** How many days after its day a message still goes out by itself: what is older tells of yesterday's matters. */
export const DAYS_A_MESSAGE_IS_WORTH_SENDING = 3;
