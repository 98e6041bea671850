import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList, type Selection } from '../../components/data-list';
import { Tag } from '../../components/tag';
import type { LoginRow, LoginSlip } from '../../lib/api';
import { useHere } from '../../lib/here';
import { useDates } from '../../lib/use-dates';
import { KeepDialog, type LoginAct } from './keep-dialog';
import styles from './login.module.css';
import { PersonName } from './person-name';
import { useRoleWords } from './use-role-words';

interface LoginsListProps {
  readonly rows: readonly LoginRow[];
  readonly selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
  onGive(people: readonly LoginRow[]): void;
  onSlips(slips: readonly LoginSlip[]): void;
}

/** Whether a login can be given to somebody here. */
export const canBeGiven = ({ signsIn, isKeptAbove, offices }: LoginRow): boolean =>
  !signsIn && !isKeptAbove && offices.length > 0;

export function LoginsList({ rows, selected, onSelect, onGive, onSlips }: LoginsListProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const { account } = useHere();
  const roleWords = useRoleWords();
  const [asked, setAsked] = useState<{ readonly row: LoginRow; readonly act: LoginAct } | null>(null);
  const act = (row: LoginRow, what: LoginAct | 'give', onClick: () => void) => (
    <Button
      key={what}
      size="small"
      aria-label={`${t(`login.acts.${what}`)}${t('app.colon')}${row.name}`}
      onClick={onClick}
    >
      {t(`login.acts.${what}`)}
    </Button>
  );
  const columns: Column<LoginRow>[] = [
    { key: 'name', title: t('login.name'), width: '9rem', cell: (row) => <PersonName person={row} /> },
    { key: 'roles', title: t('login.roles'), width: '17rem', cell: roleWords },
    {
      key: 'login',
      title: t('login.loginName'),
      width: '10rem',
      cell: (row) => (row.isKeptAbove ? t('login.keptAbove') : (row.login?.loginName ?? t('login.none'))),
    },
    {
      key: 'last',
      title: t('login.lastSignIn'),
      width: '13rem',
      cell: ({ login }) =>
        login !== null && (
          <span className={styles.standing}>
            {login.lastSignInAt === null
              ? t(login.initialPassword === null ? 'login.noRecord' : 'login.never')
              : dates.moment(login.lastSignInAt)}
            {login.initialPassword !== null && (
              <Tag tone={login.initialPassword === 'lapsed' ? 'yellow' : 'plain'}>
                {t(`login.initial.${login.initialPassword}`)}
              </Tag>
            )}
            {login.lockedUntil !== null && (
              <Tag tone="yellow">{t('login.locked', { time: dates.moment(login.lockedUntil) })}</Tag>
            )}
          </span>
        ),
    },
    {
      key: 'acts',
      title: t('roster.people.acts'),
      width: '19rem',
      isScreenOnly: true,
      onCard: 'bare',
      cell: (row) => {
        if (row.isKeptAbove) return false;
        if (row.login === null) {
          return canBeGiven(row) && <span className={styles.acts}>{act(row, 'give', () => onGive([row]))}</span>;
        }
        const acts: LoginAct[] = [
          ...(row.login.lockedUntil === null ? [] : (['unlock'] as const)),
          // One's own password is changed in one's own menu, and nobody locks himself out.
          ...(row.accountId === account.id ? [] : (['reset', 'withdraw'] as const)),
        ];
        return (
          <span className={styles.acts}>{acts.map((what) => act(row, what, () => setAsked({ row, act: what })))}</span>
        );
      },
    },
  ];
  const selection: Selection<LoginRow> = {
    selected,
    label: ({ name }) => t('login.select', { name }),
    isOffered: canBeGiven,
    onChange: onSelect,
  };
  return (
    <>
      <DataList
        label={t('login.title')}
        rows={rows}
        columns={columns}
        rowKey={({ accountId }) => accountId}
        {...(rows.some(canBeGiven) ? { selection } : {})}
      />
      {asked !== null && (
        <KeepDialog
          {...asked}
          onSlip={(slip) => {
            setAsked(null);
            onSlips([slip]);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
