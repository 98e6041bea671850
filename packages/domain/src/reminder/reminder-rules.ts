/** What a committee has decided about the hours and pace of reminders. Times are local, "HH:MM". */
export interface ReminderRules {
  readonly zone: string;
  readonly remindAt: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
  /** Working days the clerk has to answer "done but not recorded?" before a leader hears of it. */
  readonly askBeforeClimbingWorkdays: number;
  /** Messages a person should get in a year at most; the rehearsal names whom a plan would burden with more. */
  readonly mostMessagesPerPersonYear: number;
}
