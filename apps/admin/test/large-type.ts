import type { Page } from 'playwright-core';

/**
 * What is too small for 长辈版 (design: ux): text below 18 px or set tighter than 1.3, what is pressed below 60 × 60 px,
 * and a page wider than its window. For pages without links among words.
 */
export function largeTypeFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const pressed = '#root :is(button, a, [role=tab], label:has(input[type=radio]), textarea)';
    for (const element of document.querySelectorAll<HTMLElement>(pressed)) {
      const { height, width } = element.getBoundingClientRect();
      if (element.checkVisibility() && (height < 60 || width < 60)) {
        faults.push(`${element.innerText}: ${width} × ${height}`);
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>('#root *')) {
      const style = getComputedStyle(element);
      const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
      if (!speaks || !element.checkVisibility() || element.closest('.visually-hidden') !== null) continue;
      if (Number.parseFloat(style.fontSize) < 18) faults.push(`${element.innerText}: ${style.fontSize}`);
      if (Number.parseFloat(style.lineHeight) < 1.3 * Number.parseFloat(style.fontSize)) {
        faults.push(`${element.innerText}: line height ${style.lineHeight}`);
      }
    }
    if (document.documentElement.scrollWidth > window.innerWidth) faults.push('wider than its window');
    return faults;
  });
}
