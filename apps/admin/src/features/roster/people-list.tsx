import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import type { RosterOffice, RosterPerson } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { EndOfficeDialog } from './end-office-dialog';
import { PersonDialog } from './person-dialog';
import styles from './roster.module.css';

/** A person with one of the offices. */
export interface PersonLine {
  readonly person: RosterPerson;
  readonly office: RosterOffice;
}

/** People by their offices, one line an office. */
export function PeopleList({ people, mayKeep }: { people: readonly RosterPerson[]; mayKeep: boolean }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [edited, setEdited] = useState<PersonLine | null>(null);
  const [ending, setEnding] = useState<PersonLine | null>(null);
  const columns = usePeopleColumns();
  const isHeld = isHeldOn(committee.today);
  const acts: Column<PersonLine> = {
    key: 'acts',
    title: t('roster.people.acts'),
    width: '13rem',
    isScreenOnly: true,
    onCard: 'bare',
    cell: (line) =>
      isHeld(line.office) && (
        <span className={styles.buttons}>
          <Button
            size="small"
            aria-label={`${t('roster.people.edit')}${t('app.colon')}${line.person.name}`}
            onClick={() => setEdited(line)}
          >
            {t('roster.people.edit')}
          </Button>
          <Button
            size="small"
            aria-label={`${t('roster.people.end')}${t('app.colon')}${line.person.name}`}
            onClick={() => setEnding(line)}
          >
            {t('roster.people.end')}
          </Button>
        </span>
      ),
  };
  return (
    <>
      <DataList
        label={t('roster.people.title')}
        rows={linesOf(people, committee.today)}
        columns={mayKeep ? [...columns, acts] : columns}
        rowKey={({ office }) => office.membershipId}
      />
      {edited !== null && <PersonDialog edited={edited} onClose={() => setEdited(null)} />}
      {ending !== null && <EndOfficeDialog {...ending} onClose={() => setEnding(null)} />}
    </>
  );
}

const isHeldOn =
  (today: string) =>
  ({ toOn }: RosterOffice) =>
    toOn === null || toOn >= today;

/** One line an office held today; of whoever holds none, the last one. */
export function linesOf(people: readonly RosterPerson[], today: string): PersonLine[] {
  return people.flatMap((person) => {
    const held = person.offices.filter(isHeldOn(today));
    return (held.length > 0 ? held : person.offices.slice(-1)).map((office) => ({ person, office }));
  });
}

/** What people are shown by, in the list and in its file. */
export function usePeopleColumns(): Column<PersonLine>[] {
  const { t } = useTranslation();
  const officeWords = useOfficeWords();
  const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(t('app.comma'));
  const place = ({ office }: PersonLine) => joined(office.sector, office.group);
  const phone = ({ person }: PersonLine) => joined(person.phone, person.otherPhone);
  const employer = ({ office }: PersonLine) => joined(office.unit, office.employer);
  const officeText = ({ office }: PersonLine) => officeWords(office);
  return [
    {
      key: 'name',
      title: t('roster.people.name'),
      width: '11rem',
      text: ({ person }) => person.name,
      cell: ({ person }) => <b>{person.name}</b>,
    },
    { key: 'office', title: t('roster.people.office'), width: '15rem', text: officeText, cell: officeText },
    { key: 'place', title: t('roster.people.place'), width: '14rem', text: place, cell: (line) => place(line) || null },
    { key: 'phone', title: t('roster.people.phone'), width: '11rem', text: phone, cell: (line) => phone(line) || null },
    { key: 'employer', title: t('roster.people.employer'), text: employer, cell: (line) => employer(line) || null },
  ];
}

/** An office with its title and, where it has an end, until when and why. */
function useOfficeWords(): (office: RosterOffice) => string {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  return ({ role, title, fromOn, toOn, endReason }) => {
    const name = t(`vocabulary.roles.${role}`);
    const called = title === null || title === name ? name : `${name}(${title})`;
    if (toOn === null) return called;
    const to = dates.shortDay(toOn);
    if (toOn >= committee.today) return `${called}${t('app.comma')}${t('roster.people.until', { to })}`;
    const from = dates.shortDay(fromOn);
    const reason = endReason === 'new-term' ? t('roster.people.endReasons.new-term') : endReason;
    const span =
      reason === null ? t('roster.people.ended', { from, to }) : t('roster.people.endedBecause', { from, to, reason });
    return `${called}${t('app.comma')}${span}`;
  };
}
