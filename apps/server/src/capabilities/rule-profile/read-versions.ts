import { type ProfileChange, profileChanges } from '@xushi/domain';
import type { Tx } from '../../platform/database/tx.js';
import { countOpenCases, listVersions, loadVersions, type ProfileVersion } from './rule-profile.query.js';

/** A version with what it changed against the one before, and how many cases under way keep it. */
export interface ListedVersion extends ProfileVersion {
  readonly changes: ProfileChange[];
  readonly openCases: number;
}

/** A committee's versions, the newest first. */
export async function readVersions(tx: Tx, committeeId: string): Promise<ListedVersion[]> {
  const profiles = await loadVersions(tx, [committeeId]);
  const openCases = await countOpenCases(tx, committeeId);
  return (await listVersions(tx, committeeId)).map((one) => {
    const [was, is] = [one.version - 1, one.version].map((version) => profiles.get(`${committeeId} ${version}`));
    return {
      ...one,
      changes: was === undefined || is === undefined ? [] : profileChanges(was, is),
      openCases: openCases.get(one.version) ?? 0,
    };
  });
}
