import { useTranslation } from 'react-i18next';
import { Section } from '../../components/page';
import type { NoticeFault } from '../../lib/api';
import type { Notice } from './notice-draft';

/** Everything that is wrong with a notice, each with its place: a clerk's own row by its day, a file's by its index. */
export function NoticeFaults({ notice, faults }: { notice: unknown; faults: readonly NoticeFault[] }) {
  const { t } = useTranslation();
  const days = (notice as Partial<Notice> | null)?.days;
  const placeOf = (at: string) => {
    const index = /^days\[(\d+)\]/.exec(at)?.[1];
    const day = Array.isArray(days) && index !== undefined ? (days as Notice['days'])[Number(index)] : undefined;
    return typeof day?.date === 'string' && day.date !== '' ? `${day.name ?? ''} ${day.date}`.trim() : at;
  };
  const sentences = faults.map(({ code, at, found }) => t(`workCalendar.fault.${code}`, { at: placeOf(at), found }));
  return (
    <Section title={t('workCalendar.faults', { count: faults.length })} note={t('workCalendar.faultsText')}>
      <div role="alert">
        <ul>
          {[...new Set(sentences)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
