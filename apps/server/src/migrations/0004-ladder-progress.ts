import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A ladder's timer remembers how many rungs of the ladder are settled, and no longer a position among the moments that
 * one calendar made of it. The position itself cannot be converted without that calendar, but every rung that was
 * settled left a reminder: one more than the highest of them on record is exactly where the ladder stands.
 */
export class LadderProgress1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update timer set payload = jsonb_build_object('askedOn', timer.payload -> 'askedOn', 'settled', coalesce((
           select max(rung.place)
           from task t
           join rule_profile p on p.committee_id = t.committee_id and p.version = t.rule_profile_version
           cross join lateral jsonb_array_elements(p.data -> 'ladders' -> t.ladder) with ordinality as rung (named, place)
           join reminder r on r.committee_id = t.committee_id and r.task_id = t.id and r.due_on = t.due_on
             and r.rung = rung.named ->> 'name'
           where t.committee_id = timer.committee_id and t.id = timer.subject_id), 0))
       where kind = 'ladder'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Positions among moments are not computed again: restore a backup instead.');
  }
}
