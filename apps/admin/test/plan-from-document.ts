import type { Locator, Page } from 'playwright-core';
import { button, dialog, heading, type Site } from './browser.js';

interface WantedPlan {
  readonly committee: string;
  readonly year: string;
}

/** Starts the plan of a year from a document. */
export async function startFromDocument(site: Site, page: Page, { committee, year }: WantedPlan): Promise<void> {
  await page.goto(site.in(committee, 'plans'));
  await button(page, '新建年度计划').click();
  await dialog(page).getByLabel('年度').fill(year);
  await dialog(page).getByLabel('从哪里开始').click();
  await page.getByTitle('从文件读取').click();
  await dialog(page)
    .getByRole('button', { name: `新建 ${year} 年度计划` })
    .click();
  await heading(page, /从文件读取工作项/);
}

/** Starts it from pasted text and waits for what was found. */
export async function pastePlan(site: Site, page: Page, plan: WantedPlan & { text: string }): Promise<void> {
  await startFromDocument(site, page, plan);
  await page.getByLabel('或者粘贴原文').fill(plan.text);
  await button(page, '读取').click();
  await page.locator('[data-entry]').first().waitFor();
}

/** What was found that holds these words. */
export const entry = (page: Page, text: string): Locator => page.locator('[data-entry]').filter({ hasText: text });
