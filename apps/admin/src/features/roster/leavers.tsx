import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { ShowMore, useFirstRows } from '../../components/first-rows';
import { Section } from '../../components/page';
import type { RosterPreview } from '../../lib/api';
import { useDates } from '../../lib/use-dates';

type Term = NonNullable<RosterPreview['term']>;
type Leaver = Term['leavers'][number];

/** Who leaves with the new term, and what becomes of what they still owe. */
export function Leavers({ term }: { term: Term }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { shown, hidden, showAll } = useFirstRows(term.leavers);
  const owed = ({ duties, cases, ownDuties, staysInOffice }: Leaver) => {
    const open = [
      staysInOffice && t('roster.import.otherOffice'),
      !staysInOffice && duties + cases > 0 && t('roster.import.handedOver', { duties, cases }),
      ownDuties > 0 && t('roster.import.ownEnd', { count: ownDuties }),
    ].filter((one) => one !== false);
    return open.length === 0 ? t('roster.import.nothingOpen') : open.join(t('app.comma'));
  };
  const columns: Column<Leaver>[] = [
    { key: 'name', title: t('roster.people.name'), width: '12rem', cell: ({ name }) => <b>{name}</b> },
    {
      key: 'place',
      title: t('roster.people.place'),
      cell: ({ sector, group }) => [sector, group].filter((one) => one !== null).join(t('app.comma')) || null,
    },
    { key: 'owed', title: t('roster.import.what'), cell: owed },
  ];
  return (
    <Section
      title={`${t('roster.import.leavers')} ${term.leavers.length}`}
      note={
        term.leavers.length === 0
          ? t('roster.import.noLeavers')
          : t('roster.import.leaversText', { date: dates.day(term.lastOn) })
      }
      flush
    >
      {term.leavers.length > 0 && (
        <DataList label={t('roster.import.leavers')} rows={shown} columns={columns} rowKey={(one) => one.accountId} />
      )}
      <ShowMore hidden={hidden} onShowAll={showAll} />
    </Section>
  );
}
