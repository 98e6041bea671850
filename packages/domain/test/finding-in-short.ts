import type { Finding } from '../src/year-record/finding.js';

/** A finding in short: `proposals-received 83件`, `? 20个+` for what has no key, `held 09-08..09-08 inspection`. */
export function inShort(finding: Finding): string {
  if (finding.kind === 'figure') {
    const bound = { exact: '', 'more-than': '+', about: '~' }[finding.bound];
    return `${finding.key ?? '?'} ${finding.value}${finding.unit}${bound}`;
  }
  const days = finding.from === null ? '?' : `${finding.from.slice(5)}..${finding.to?.slice(5)}`;
  return `held ${days} ${finding.category}${finding.people === null ? '' : ` ${finding.people}人`}`;
}
