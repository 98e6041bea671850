import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Dialog } from '../../components/dialog';
import { EmptyState } from '../../components/empty-state';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type HandlingUnit, type MemberGroup } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere, useReach } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { useFailureText } from '../../lib/use-failure-text';

/** 承办单位与小组: who handles what the committee sends on, and in which groups and sectors its members sit. */
export function UnitsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const { isStaff, isAdministrator } = useReach();
  const mayKeep = isStaff || isAdministrator;
  return (
    <Page
      title={t('roster.units.title')}
      above={<Link {...urls.settings(committee.id)}>{t('settings.title')}</Link>}
      lead={t('roster.units.lead')}
      actions={
        mayKeep && (
          <Button type="primary" onClick={() => void navigate(urls.rosterImport(committee.id))}>
            {t('roster.people.import')}
          </Button>
        )
      }
    >
      <Units mayKeep={mayKeep} />
      <Groups mayKeep={mayKeep} />
    </Page>
  );
}

function Units({ mayKeep }: { mayKeep: boolean }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const query = useQuery(api.roster.units.queryOptions({ input: { committeeId: committee.id } }));
  const [edited, setEdited] = useState<HandlingUnit | 'new' | null>(null);
  const edit = useEditColumn<HandlingUnit>(setEdited);
  const columns: Column<HandlingUnit>[] = [
    { key: 'name', title: t('roster.units.name'), width: '18rem', cell: ({ name }) => <b>{name}</b> },
    {
      key: 'contacts',
      title: t('roster.units.contacts'),
      cell: ({ contacts }) =>
        contacts.length === 0
          ? t('roster.units.noContact')
          : contacts
              .map(({ name, phone }) => [name, phone].filter((one) => one !== null).join(' '))
              .join(t('app.comma')),
    },
    { key: 'phone', title: t('roster.units.phone'), width: '14rem', cell: ({ phone }) => phone },
    ...(mayKeep ? [edit] : []),
  ];
  return (
    <Section
      title={t('roster.units.units')}
      flush
      actions={mayKeep && <Button onClick={() => setEdited('new')}>{t('roster.units.addUnit')}</Button>}
    >
      <QueryView query={query}>
        {(units) =>
          units.length === 0 ? (
            <EmptyState title={t('roster.units.emptyUnits')} text={t('roster.units.emptyUnitsText')} />
          ) : (
            <DataList label={t('roster.units.units')} rows={units} columns={columns} rowKey={({ id }) => id} />
          )
        }
      </QueryView>
      {edited !== null && <UnitDialog unit={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function Groups({ mayKeep }: { mayKeep: boolean }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const query = useQuery(api.committee.groups.queryOptions({ input: { committeeId: committee.id } }));
  const [edited, setEdited] = useState<MemberGroup | 'new' | null>(null);
  const edit = useEditColumn<MemberGroup>(setEdited);
  const columns: Column<MemberGroup>[] = [
    { key: 'name', title: t('roster.units.name'), cell: ({ name }) => <b>{name}</b> },
    {
      key: 'kind',
      title: t('roster.units.kind'),
      width: '14rem',
      cell: ({ kind }) => t(`vocabulary.groupKinds.${kind}`),
    },
    ...(mayKeep ? [edit] : []),
  ];
  return (
    <Section
      title={t('roster.units.groups')}
      flush
      actions={mayKeep && <Button onClick={() => setEdited('new')}>{t('roster.units.addGroup')}</Button>}
    >
      <QueryView query={query}>
        {(groups) =>
          groups.length === 0 ? (
            <EmptyState title={t('roster.units.emptyGroups')} text={t('roster.units.emptyGroupsText')} />
          ) : (
            <DataList label={t('roster.units.groups')} rows={groups} columns={columns} rowKey={({ id }) => id} />
          )
        }
      </QueryView>
      {edited !== null && <GroupDialog group={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function useEditColumn<Row extends { name: string }>(onEdit: (row: Row) => void): Column<Row> {
  const { t } = useTranslation();
  return {
    key: 'acts',
    title: t('roster.units.acts'),
    width: '6rem',
    isScreenOnly: true,
    onCard: 'bare',
    cell: (row) => (
      <Button
        size="small"
        aria-label={`${t('roster.units.edit')}${t('app.colon')}${row.name}`}
        onClick={() => onEdit(row)}
      >
        {t('roster.units.edit')}
      </Button>
    ),
  };
}

function UnitDialog({ unit, onClose }: { unit: HandlingUnit | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [name, setName] = useState(unit?.name ?? '');
  const [phone, setPhone] = useState(unit?.phone ?? '');
  const save = useMutation(
    api.roster.saveUnit.mutationOptions({
      onSuccess: () => {
        toast(t('roster.units.saved', { name }));
        onClose();
      },
    }),
  );
  const { errorOf, isElsewhere } = useFieldErrors(save.error, ['name', 'phone']);
  return (
    <Dialog
      title={t(unit === null ? 'roster.units.addUnit' : 'roster.units.editUnit')}
      confirmLabel={t('app.save')}
      isPending={save.isPending}
      onConfirm={() => save.mutate({ committeeId: committee.id, unitId: unit?.id ?? null, name, phone })}
      onClose={onClose}
    >
      <Field label={t('roster.units.name')} error={errorOf('name')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('roster.units.phone')} isOptional error={errorOf('phone')}>
        {(control) => (
          <Input {...control} maxLength={100} value={phone} onChange={(event) => setPhone(event.target.value)} />
        )}
      </Field>
      {isElsewhere && <FailureNotice error={save.error} />}
    </Dialog>
  );
}

function GroupDialog({ group, onClose }: { group: MemberGroup | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [name, setName] = useState(group?.name ?? '');
  const [kind, setKind] = useState<MemberGroup['kind']>(group?.kind ?? 'liaison');
  const save = useMutation(
    api.roster.saveGroup.mutationOptions({
      onSuccess: () => {
        toast(t('roster.units.saved', { name }));
        onClose();
      },
    }),
  );
  const { errorOf, isElsewhere } = useFieldErrors(save.error, ['name']);
  return (
    <Dialog
      title={t(group === null ? 'roster.units.addGroup' : 'roster.units.editGroup')}
      confirmLabel={t('app.save')}
      isPending={save.isPending}
      onConfirm={() => save.mutate({ committeeId: committee.id, groupId: group?.id ?? null, kind, name })}
      onClose={onClose}
    >
      <Field label={t('roster.units.name')} error={errorOf('name')}>
        {(control) => (
          <Input {...control} autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {group === null && (
        <Field label={t('roster.units.kind')}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              options={(['liaison', 'sector', 'special-committee'] as const).map((value) => ({
                value,
                label: t(`vocabulary.groupKinds.${value}`),
              }))}
              onChange={setKind}
            />
          )}
        </Field>
      )}
      {isElsewhere && <FailureNotice error={save.error} />}
    </Dialog>
  );
}

/** A refusal beside the field it names; anything else is said below the form. */
function useFieldErrors(error: unknown, fields: readonly string[]) {
  const sentence = useFailureText();
  const failure = error === null ? null : failureOf(error);
  const field = failure?.kind === 'refused' ? failure.field : null;
  const isNamed = field !== null && fields.includes(field);
  return {
    errorOf: (name: string) => (failure !== null && isNamed && field === name ? sentence(failure) : null),
    isElsewhere: failure !== null && !isNamed,
  };
}
