import { Injectable } from '@nestjs/common';
import {
  isCountable,
  judgeRuleProfile,
  type ProfileChange,
  type ProfileFault,
  type ProfileRules,
  profileChanges,
  type TriedLight,
  type TriedRung,
  taskKinds,
  tryLadder,
  tryLights,
} from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { WorkCalendars } from '../work-calendar/index.js';
import { loadVersions } from './rule-profile.query.js';

/** A profile being written, and a duty to try it on. */
interface ProfileTrial {
  readonly committeeId: string;
  readonly profile: ProfileRules;
  readonly basedOnVersion: number;
  readonly ladder: string;
  readonly opensOn: string;
  readonly dueOn: string;
}

interface Judgement {
  readonly faults: ProfileFault[];
  readonly changes: ProfileChange[];
  readonly trial: {
    readonly reminders: (Omit<TriedRung, 'readAt'> & { readonly readAt: string })[];
    readonly lights: (Omit<TriedLight, 'from'> & { readonly from: string })[];
    readonly isDueOnDayOff: boolean;
  } | null;
}

/** A year and a bit: no ladder reaches farther, and a trial stays cheap. */
const MOST_DAYS_OPEN = 400;

/** Says of a profile that is being written what is wrong with it, what it changes, and what it would do to one duty. */
@Injectable()
export class JudgeProfile {
  constructor(private readonly calendars: WorkCalendars) {}

  async run(tx: Tx, input: ProfileTrial): Promise<Judgement> {
    const { committeeId, profile, basedOnVersion } = input;
    const faults = judgeRuleProfile({ ...profile, version: basedOnVersion + 1 }, taskKinds);
    const before = (await loadVersions(tx, [committeeId])).get(`${committeeId} ${basedOnVersion}`);
    const changes = before === undefined ? [] : profileChanges(before, profile);
    return { faults, changes, trial: faults.length > 0 ? null : await this.#try(tx, input) };
  }

  async #try(tx: Tx, { committeeId, profile, ladder, ...days }: ProfileTrial): Promise<Judgement['trial']> {
    const opensOn = Temporal.PlainDate.from(days.opensOn);
    const dueOn = Temporal.PlainDate.from(days.dueOn);
    const open = opensOn.until(dueOn).days;
    if (open < 0 || open > MOST_DAYS_OPEN || !isCountable(opensOn) || !isCountable(dueOn)) return null;
    const calendar = (await this.calendars.of(tx, [committeeId]))(committeeId);
    return {
      reminders: tryLadder(profile, ladder, { opensOn, dueOn }, calendar).map((rung) => ({
        ...rung,
        readAt: rung.readAt.toString(),
      })),
      lights: tryLights(profile, { opensOn, dueOn }, calendar).map(({ light, from }) => ({
        light,
        from: from.toString(),
      })),
      isDueOnDayOff: !calendar.isWorkday(dueOn),
    };
  }
}
