import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../components/callout';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import { Tag } from '../../components/tag';
import { TaskTitle } from '../../components/task-title';
import type { HandOverPreview } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import styles from './hand-over.module.css';

const FIRST = 10;

/** What speaks for a second thought: a member would owe it, or somebody who is away or leaves. */
export function Cautions({ preview: { cautions, toName } }: { preview: HandOverPreview }) {
  const { t } = useTranslation();
  const dates = useDates();
  if (cautions.length === 0) return null;
  const said = (caution: HandOverPreview['cautions'][number]) => {
    if (caution.code === 'to-leaves')
      return t('handOver.cautions.to-leaves', { to: toName, date: dates.day(caution.lastOn) });
    if (caution.code === 'to-merely-member') return t('handOver.cautions.to-merely-member', { to: toName });
    const who = { to: toName, hearer: caution.hearerName };
    return caution.until === null
      ? t('handOver.cautions.to-away-open', who)
      : t('handOver.cautions.to-away', { ...who, date: dates.day(caution.until) });
  };
  return (
    <Callout tone="yellow" role="note">
      <div className={styles.cautions}>
        <b>{t('handOver.cautionTitle')}</b>
        {cautions.map((caution) => (
          <p key={caution.code}>{said(caution)}</p>
        ))}
      </div>
    </Callout>
  );
}

/** What goes beside the duties: cases and plan items that name the person, and the leader's place in duties of others. */
export function AlongWith({ preview }: { preview: HandOverPreview }) {
  const { t } = useTranslation();
  const words = useWords();
  const { committee } = useHere();
  const { fromName, cases, items, led, stays } = preview;
  const asWhat = (charges: HandOverPreview['cases'][number]['charges']) =>
    charges.map((charge) => <Tag key={charge}>{t(`handOver.charges.${charge}`)}</Tag>);
  return (
    <>
      <Part
        title={t('handOver.cases', { count: cases.length })}
        text={t('handOver.casesText', { name: fromName })}
        rows={cases}
      >
        {({ id, definition, title, occurrenceKey, charges }) => (
          <li key={id}>
            <Link {...urls.case(committee.id, id)}>{title}</Link>
            <small>
              {[words.definition(definition), ...(occurrenceKey === null ? [] : [words.period(occurrenceKey)])].join(
                ' · ',
              )}
            </small>
            {asWhat(charges)}
          </li>
        )}
      </Part>
      {[...Map.groupBy(items, ({ planId }) => planId)].map(([planId, ofPlan]) => (
        <Part
          key={planId}
          title={t('handOver.itemsOf', { plan: ofPlan[0]?.planTitle, count: ofPlan.length })}
          text={t('handOver.itemsText')}
          rows={ofPlan}
        >
          {({ id, title, charges }) => (
            <li key={id}>
              <span>{title}</span>
              {asWhat(charges)}
            </li>
          )}
        </Part>
      ))}
      <Part title={t('handOver.led', { count: led.length })} text={t('handOver.ledText')} rows={led}>
        {(task) => (
          <li key={task.id}>
            <TaskTitle task={task} />
            <small>{words.holder(task.holder)}</small>
          </li>
        )}
      </Part>
      {stays.length > 0 && (
        <p className={styles.note}>{t('handOver.stays', { name: fromName, kinds: words.kindCounts(stays) })}</p>
      )}
    </>
  );
}

interface PartProps<Row> {
  readonly title: string;
  readonly text: string;
  readonly rows: readonly Row[];
  children(row: Row): ReactNode;
}

/** One sort of what goes along; nothing where there is none of it. */
function Part<Row>({ title, text, rows, children }: PartProps<Row>) {
  const { shown, hidden, showAll } = useFirstRows(rows, FIRST);
  if (rows.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>{title}</h3>
      <p className={styles.quiet}>{text}</p>
      <ul>{shown.map(children)}</ul>
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </div>
  );
}
