import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag';
import type { Finding } from '../../lib/api';
import { byPassage, type FindingDraft } from './finding-draft';
import { FindingEditor } from './finding-editor';
import { useFindingText } from './use-finding-text';
import styles from './year-record.module.css';

interface FindingListProps {
  readonly drafts: readonly FindingDraft[];
  onChange(draft: FindingDraft): void;
}

/** Each passage beside what was read from it, to be ticked, mended or left. */
export function FindingList({ drafts, onChange }: FindingListProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.passages} aria-label={t('yearRecord.findings', { count: drafts.length })}>
      {byPassage(drafts).map(({ key, source, drafts: found }) => (
        <li key={key} className={styles.passage}>
          <blockquote className={styles.source}>
            <div className={styles.aside}>{t('yearRecord.passage', { line: source.line })}</div>
            {source.text}
          </blockquote>
          <ul className={styles.findings}>
            {found.map((draft) => (
              <FindingRow key={draft.id} draft={draft} onChange={onChange} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function FindingRow({ draft, onChange }: { draft: FindingDraft; onChange: FindingListProps['onChange'] }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { finding, isTaken } = draft;
  const what = finding.kind === 'figure' ? finding.name : finding.title;
  return (
    <li className={styles.finding}>
      <Checkbox
        aria-label={t('yearRecord.takeOf', { what })}
        checked={isTaken}
        onChange={(event) => onChange({ ...draft, isTaken: event.target.checked })}
      >
        <Said finding={finding} />
      </Checkbox>
      <Button
        size="small"
        type="text"
        aria-expanded={isOpen}
        aria-label={isOpen ? t('yearRecord.correctedOf', { what }) : t('yearRecord.correctOf', { what })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? t('yearRecord.corrected') : t('yearRecord.correct')}
      </Button>
      {isOpen && (
        // Who mends a finding means to keep it.
        <FindingEditor finding={finding} onChange={(next) => onChange({ ...draft, isTaken: true, finding: next })} />
      )}
    </li>
  );
}

/** A finding in a line: what, how much or when. */
function Said({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const text = useFindingText();
  if (finding.kind === 'figure') {
    return (
      <>
        {finding.name} <b>{text.amount(finding)}</b>{' '}
        {finding.key !== null && <Tag tone="accent">{t(`yearRecord.keys.${finding.key}`)}</Tag>}
      </>
    );
  }
  return (
    <>
      <b>{text.time(finding)}</b> {finding.title} <Tag>{t(`vocabulary.categories.${finding.category}`)}</Tag>
      {(finding.place !== null || finding.people !== null) && (
        <span className={styles.aside}>
          {' '}
          {[finding.place, finding.people === null ? null : t('yearRecord.peopleCount', { count: finding.people })]
            .filter((one) => one !== null)
            .join(' · ')}
        </span>
      )}
    </>
  );
}
