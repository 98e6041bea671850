import { officialYears } from '@xushi/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The State Council's published years that come with the product. */
export class OfficialYears1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const year of officialYears) {
      await runner.query('insert into official_year (year, status, notice) values ($1, $2, $3)', [
        year.year,
        year.status,
        JSON.stringify(year),
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from official_year');
  }
}
