import { officialYears } from '@xushi/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The State Council's years from 2004 on, for databases made when only three came with the product. Years already there
 * are written anew, because since then a notice names the holiday a day is worked for; none of them can have been
 * imported by hand, since this version brings the first way to do so.
 */
export class EarlierOfficialYears1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const year of officialYears) {
      await runner.query(
        `insert into official_year (year, status, notice) values ($1, $2, $3)
         on conflict (year) do update set status = excluded.status, notice = excluded.notice`,
        [year.year, year.status, JSON.stringify(year)],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from official_year where year < 2024');
  }
}
