import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { ListFoot } from '../../components/list-foot';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type LoginRow, type LoginSlip } from '../../lib/api';
import { useHere } from '../../lib/here';
import { type LoginSearch, urls } from '../../lib/urls';
import { GiveDialog } from './give-dialog';
import styles from './login.module.css';
import { canBeGiven, LoginsList } from './logins-list';
import { SlipsPage } from './slips-page';

const route = getRouteApi('/signed-in/c/$committeeId/settings/people/logins');
const PAGE_SIZE = 50;

/** 登录账号: who signs in, as what; logins given, reset, unlocked and withdrawn. */
export function LoginsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const search = route.useSearch();
  const [giving, setGiving] = useState<readonly LoginRow[] | null>(null);
  const [slips, setSlips] = useState<readonly LoginSlip[] | null>(null);
  const narrow = (change: Partial<LoginSearch>) =>
    void navigate({ ...urls.logins(committee.id, { ...search, page: undefined, ...change }), replace: true });
  // Told once: they stand in this window only, until it is left.
  if (slips !== null) return <SlipsPage slips={slips} onDone={() => setSlips(null)} />;
  return (
    <Page
      title={t('login.title')}
      above={<Link {...urls.people(committee.id)}>{t('roster.people.title')}</Link>}
      lead={t('login.lead')}
    >
      <Section flush>
        <div className={styles.filters}>
          <Input.Search
            key={search.search ?? ''}
            className={styles.search}
            aria-label={t('login.search')}
            placeholder={t('login.search')}
            allowClear
            maxLength={100}
            defaultValue={search.search}
            onSearch={(text) => narrow({ search: text.trim() === '' ? undefined : text.trim() })}
          />
          <Segmented<'all' | 'with' | 'without'>
            aria-label={t('login.state')}
            value={search.state ?? 'all'}
            options={(['all', 'without', 'with'] as const).map((value) => ({
              value,
              label: t(`login.states.${value}`),
            }))}
            onChange={(state) => narrow({ state: state === 'all' ? undefined : state })}
          />
        </div>
        <Found search={search} onPage={(page) => narrow({ page })} onGive={setGiving} onSlips={setSlips} />
      </Section>
      {giving !== null && (
        <GiveDialog
          people={giving}
          onGiven={(given) => {
            setGiving(null);
            setSlips(given);
          }}
          onClose={() => setGiving(null)}
        />
      )}
    </Page>
  );
}

interface FoundProps {
  readonly search: LoginSearch;
  onPage(page: number): void;
  onGive(people: readonly LoginRow[]): void;
  onSlips(slips: readonly LoginSlip[]): void;
}

function Found({ search, onPage, onGive, onSlips }: FoundProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { page = 1, state } = search;
  const query = useQuery(
    api.login.list.queryOptions({
      input: { committeeId: committee.id, search: search.search, state, page, pageSize: PAGE_SIZE },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryView query={query} rows={8}>
      {({ rows, total }) => {
        if (rows.length === 0) {
          const isDone = state === 'without' && search.search === undefined;
          return isDone ? (
            <EmptyState title={t('login.allGiven')} text={t('login.allGivenText')} />
          ) : (
            <EmptyState title={t('login.empty')} text={t('login.emptyText')} />
          );
        }
        const chosen = rows.filter((row) => selected.has(row.accountId) && canBeGiven(row));
        return (
          <>
            {rows.some(canBeGiven) && (
              <div className={styles.several}>
                <Button type="primary" disabled={chosen.length === 0} onClick={() => onGive(chosen)}>
                  {t('login.giveSeveral', { count: chosen.length })}
                </Button>
                <span>{t('login.giveSeveralHint')}</span>
              </div>
            )}
            <LoginsList rows={rows} selected={selected} onSelect={setSelected} onGive={onGive} onSlips={onSlips} />
            <ListFoot
              label={t('roster.people.total', { count: total })}
              total={total}
              page={page}
              pageSize={PAGE_SIZE}
              onPage={onPage}
            />
          </>
        );
      }}
    </QueryView>
  );
}
