import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { ExportButton } from '../../components/export-button';
import { ListFoot } from '../../components/list-foot';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, client, type Role } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { type PeopleSearch, urls } from '../../lib/urls';
import { linesOf, PeopleList, usePeopleColumns } from './people-list';
import { PersonDialog } from './person-dialog';
import styles from './roster.module.css';
import { RosterChanges } from './roster-changes';

const route = getRouteApi('/signed-in/c/$committeeId/settings/people');
const PAGE_SIZE = 50;
const roles: readonly Role[] = ['member', 'staff', 'leader', 'unit', 'administrator'];

/** 人员: who is in office and who was, found by name, number or place; every filter is in the address. */
export function PeoplePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { isStaff, isAdministrator, keepsLogins } = useReach();
  const search = route.useSearch();
  const [isAdding, setIsAdding] = useState(false);
  const narrow = (change: Partial<PeopleSearch>) =>
    void navigate({ ...urls.people(committee.id, { ...search, page: undefined, ...change }), replace: true });
  return (
    <Page
      title={t('roster.people.title')}
      above={<Link {...urls.settings(committee.id)}>{t('settings.title')}</Link>}
      lead={t('roster.people.lead')}
      actions={
        <>
          {keepsLogins && <Button onClick={() => void navigate(urls.logins(committee.id))}>{t('login.title')}</Button>}
          {(isStaff || isAdministrator) && (
            <>
              <Button onClick={() => setIsAdding(true)}>{t('roster.people.add')}</Button>
              <Button type="primary" onClick={() => void navigate(urls.rosterImport(committee.id))}>
                {t('roster.people.import')}
              </Button>
            </>
          )}
        </>
      }
    >
      <Section flush>
        <Filters search={search} onNarrow={narrow}>
          <PeopleExport search={search} />
        </Filters>
        <Found search={search} onNarrow={narrow} />
      </Section>
      <RosterChanges />
      {isAdding && <PersonDialog edited={null} onClose={() => setIsAdding(false)} />}
    </Page>
  );
}

interface FilterProps {
  readonly search: PeopleSearch;
  onNarrow(change: Partial<PeopleSearch>): void;
}

/** The people the list is narrowed to, as a file. */
function PeopleExport({ search: { search, role, groupId, state } }: { search: PeopleSearch }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const columns = usePeopleColumns();
  return (
    <ExportButton
      name={`${committee.name}${t('roster.people.title')}${committee.today}`}
      columns={columns}
      readPage={async (page, pageSize) => {
        const wanted = { committeeId: committee.id, search, role, groupId, state, page, pageSize };
        const { rows, total } = await client.roster.people(wanted);
        return { rows: linesOf(rows, committee.today), total };
      }}
    />
  );
}

function Filters({ search, onNarrow, children }: FilterProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const groups = useQuery(api.committee.groups.queryOptions({ input: { committeeId: committee.id } }));
  return (
    <div className={styles.filters}>
      <Input.Search
        key={search.search ?? ''}
        className={styles.search}
        aria-label={t('roster.people.search')}
        placeholder={t('roster.people.search')}
        allowClear
        maxLength={100}
        defaultValue={search.search}
        onSearch={(text) => onNarrow({ search: text.trim() === '' ? undefined : text.trim() })}
      />
      <Select<Role | ''>
        aria-label={t('roster.people.role')}
        popupMatchSelectWidth={false}
        value={search.role ?? ''}
        options={[
          { value: '', label: t('roster.people.everyRole') },
          ...roles.map((value) => ({ value, label: t(`vocabulary.roles.${value}`) })),
        ]}
        onChange={(role) => onNarrow({ role: role === '' ? undefined : role })}
      />
      <Select
        aria-label={t('roster.people.group')}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={search.groupId ?? ''}
        options={[
          { value: '', label: t('roster.people.everyGroup') },
          ...(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(groupId) => onNarrow({ groupId: groupId === '' ? undefined : groupId })}
      />
      <Segmented<'in-office' | 'former'>
        aria-label={t('roster.people.state')}
        value={search.state ?? 'in-office'}
        options={(['in-office', 'former'] as const).map((value) => ({
          value,
          label: t(`roster.people.states.${value}`),
        }))}
        onChange={(state) => onNarrow({ state: state === 'former' ? state : undefined })}
      />
      {children}
    </div>
  );
}

function Found({ search, onNarrow }: FilterProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { isStaff, isAdministrator } = useReach();
  const { page = 1, role, groupId, state } = search;
  const query = useQuery(
    api.roster.people.queryOptions({
      input: { committeeId: committee.id, search: search.search, role, groupId, state, page, pageSize: PAGE_SIZE },
      placeholderData: keepPreviousData,
    }),
  );
  const isFiltered = [search.search, role, groupId, state].some((one) => one !== undefined);
  return (
    <QueryView query={query} rows={8}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <EmptyState
            title={t(isFiltered ? 'roster.people.emptyFiltered' : 'roster.people.empty')}
            text={t(isFiltered ? 'roster.people.emptyFilteredText' : 'roster.people.emptyText')}
          />
        ) : (
          <>
            <PeopleList people={rows} mayKeep={isStaff || isAdministrator} />
            <ListFoot
              label={t('roster.people.total', { count: total })}
              total={total}
              page={page}
              pageSize={PAGE_SIZE}
              onPage={(next) => onNarrow({ page: next })}
            />
          </>
        )
      }
    </QueryView>
  );
}
