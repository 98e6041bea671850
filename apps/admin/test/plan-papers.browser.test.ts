import { readFileSync } from 'node:fs';
import { readDocument } from '@xushi/documents';
import type { Page } from 'playwright-core';
import {
  at,
  button,
  confirm,
  desktop,
  dialog,
  draftTownshipPlan,
  faultsIn,
  heading,
  openSite,
  phone,
  rowOf,
  type Site,
} from './browser.js';

let site: Site;
let planId: string;

/** January: the township's plan is a draft that goes to its meeting on paper. */
beforeAll(async () => {
  site = await openSite(at('2026-01-05', '10:00'));
  planId = await draftTownshipPlan(site, 2026);
}, 60_000);

afterAll(() => site?.close());

/** What a button brings: the file's name and its bytes. */
async function downloaded(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The rows and lines of a Word or Excel file, each as one text. */
async function linesOf({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<string[]> {
  const reading = await readDocument(name, bytes);
  if (!reading.ok) throw new Error(`${name}: ${reading.code}`);
  return reading.document.blocks.map((block) => (block.kind === 'row' ? block.cells.join(' | ') : block.text));
}

it('who leads and who helps is entered with the units that are known, and stands on paper', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', 'settings/units'));
  await button(page, '新增单位').click();
  await dialog(page).getByLabel('名称').fill('乡民政办');
  await confirm(page, '保存');
  await rowOf(page, '乡民政办').waitFor();

  await page.goto(site.in('township', `plans/${planId}`));
  await page.getByRole('button', { name: '修改工作项：社会保障情况视察调研' }).click();
  await page.getByLabel('牵头委室').fill('乡政协工委办公室');
  const units = page.getByLabel('协作单位');
  await units.click();
  await page.getByTitle('乡民政办').click();
  await units.fill('乡社保所');
  // Enter takes what is offered at that moment: on a slow machine that may still be what was typed before.
  await page.getByTitle('乡社保所').first().waitFor();
  await units.press('Enter');
  await button(dialog(page), '保存').click();
  await rowOf(page, '社会保障情况视察调研', '牵头：乡政协工委办公室', '协作：乡民政办、乡社保所').waitFor();

  await button(page, '打印和下载').click();
  await heading(page, /打印和下载/);
  const chart = await linesOf(await downloaded(page, /任务分解表/));
  expect(chart.find((line) => line.includes('社会保障情况视察调研'))).toContain(
    '乡政协工委办公室 | 乡民政办、乡社保所',
  );
  await page.context().close();
}, 90_000);

it('every file that is offered opens and says what the plan says', async () => {
  const page = await site.signIn('ganshi');
  await page.goto(site.in('township', `plans/${planId}/papers`));
  await page.getByText('计划还是草稿，文件标注“草案”。').waitFor();
  for (const [name, suffix] of [
    ['年度工作要点', '.docx'],
    ['任务分解表', '.docx'],
    ['计划表', '.xlsx'],
  ] as const) {
    const file = await downloaded(page, new RegExp(name));
    expect(file.name).toMatch(new RegExp(`2026年度.*\\${suffix}$`));
    const text = (await linesOf(file)).join('\n');
    for (const words of ['社会保障情况视察调研', '每位委员提交两份有质量的提案']) expect(text).toContain(words);
    // A workbook says it in the head of each printed page.
    if (suffix === '.docx') expect(text).toContain('草案');
  }
  await page.getByLabel('按姓名查找').fill('周望舒');
  const sheet = await downloaded(page, '下载：周望舒');
  expect((await linesOf(sheet)).join('\n')).toMatch(/周望舒[\s\S]*委员活动/);

  await button(page, '查看和打印').click();
  await heading(page, /全年挂图/);
  for (const size of ['A3', 'A4']) {
    await page.getByTitle(size).click();
    const pdf = await downloaded(page, new RegExp(`全年挂图 ${size}`));
    expect(pdf.name).toContain(size);
    const bytes = Buffer.from(pdf.bytes).toString('latin1');
    expect(bytes.startsWith('%PDF-')).toBe(true);
    expect(bytes.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(bytes.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
  await page.context().close();
}, 90_000);

it.each([
  ['desktop', desktop],
  ['phone', phone],
])(
  'papers, wall chart, units and items read well on a %s, in Chinese and English',
  async (_name, viewport) => {
    const page = await site.signIn('ganshi', { viewport });
    const faults: string[] = [];
    for (const path of [`plans/${planId}`, `plans/${planId}/papers`, `plans/${planId}/wall-chart`, 'settings/units']) {
      await page.goto(site.in('township', path));
      for (const language of ['zh-CN', 'en'] as const) faults.push(...(await faultsIn(page, language)));
    }
    expect(faults).toEqual([]);
    expect(site.foreign).toEqual([]);
  },
  120_000,
);
