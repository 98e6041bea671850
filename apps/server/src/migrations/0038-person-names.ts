import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The order of people's names, by pinyin as `zh` has it, but with the characters that are read otherwise as a surname
 * (姓氏异读) where they are looked for: 沈 under shěn, not chén. Each follows a character of that reading.
 */
export class PersonNames1764000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create collation person_name (provider = icu, locale = 'zh',
  rules = '&审<沈 &善<单 &囚<仇 &谢<解 &增<曾 &渣<查 &瓢<朴 &欧<区 &庙<缪')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop collation person_name');
  }
}
