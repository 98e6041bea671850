import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field, FieldGroup } from '../../components/field';
import { api, type RosterOffice, type RosterPerson } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { urls } from '../../lib/urls';
import { useFailureText } from '../../lib/use-failure-text';
import { type Asked, AskedList } from './asked-list';
import styles from './roster.module.css';

const roles = ['member', 'staff', 'leader', 'unit'] as const;
const texts = {
  member: ['phone', 'otherPhone', 'email', 'sector', 'group', 'employer', 'title', 'note'],
  staff: ['phone', 'otherPhone', 'email', 'employer', 'title', 'note'],
  leader: ['phone', 'otherPhone', 'email', 'employer', 'title', 'note'],
  unit: ['unit', 'phone', 'otherPhone', 'email', 'employer', 'note'],
  administrator: ['phone', 'otherPhone', 'email', 'employer', 'title', 'note'],
} as const;
type TextField = (typeof texts)[keyof typeof texts][number];

interface PersonDialogProps {
  /** Null: somebody new. */
  readonly edited: { readonly person: RosterPerson; readonly office: RosterOffice } | null;
  onClose(): void;
}

/** Adds a person with an office, or corrects a person and one office. */
export function PersonDialog({ edited, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const sentence = useFailureText();
  const { committee } = useHere();
  const [role, setRole] = useState<keyof typeof texts>(edited?.office.role ?? 'member');
  const [name, setName] = useState(edited?.person.name ?? '');
  const [gender, setGender] = useState(edited?.person.gender ?? null);
  const [fromOn, setFromOn] = useState(committee.today);
  const [isAnother, setIsAnother] = useState(false);
  const [written, setWritten] = useState<Readonly<Record<TextField, string>>>(() => textsOf(edited));
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const onSuccess = (saved: RosterPerson & { readonly asked: readonly Asked[] }) => {
    toast(t(edited === null ? 'roster.person.added' : 'roster.person.saved', { name: saved.name }));
    // What the plans ask of the person by this is told before the window closes.
    if (saved.asked.length === 0) onClose();
    else setAsked(saved.asked);
  };
  const add = useMutation(api.roster.addPerson.mutationOptions({ onSuccess }));
  const correct = useMutation(api.roster.correctPerson.mutationOptions({ onSuccess }));
  const { error } = edited === null ? add : correct;
  const failure = error === null ? null : failureOf(error);
  const refused = failure?.kind === 'refused' ? failure : null;
  const errorOf = (field: string) => (refused?.field === field ? sentence(refused) : null);
  const isAsked = refused?.reason === 'same-name' || refused?.reason === 'phone-of-another';
  const fields = texts[role];
  const isNamed = refused !== null && ['name', ...fields].some((field) => field === refused.field);
  const save = () => {
    const person = { name, gender, ...Object.fromEntries(fields.map((field) => [field, written[field]])) };
    const committeeId = committee.id;
    if (edited === null) {
      if (role !== 'administrator') add.mutate({ committeeId, person: { ...person, role }, fromOn, isAnother });
    } else correct.mutate({ committeeId, membershipId: edited.office.membershipId, person });
  };
  if (asked.length > 0) return <AskedDialog name={name} asked={asked} onClose={onClose} />;
  return (
    <Dialog
      title={t(edited === null ? 'roster.person.addTitle' : 'roster.person.editTitle')}
      confirmLabel={t('roster.person.save')}
      isPending={add.isPending || correct.isPending}
      isBlocked={fromOn === ''}
      isWide
      onConfirm={save}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Field label={t('roster.fields.name')} error={errorOf('name')}>
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
        {edited === null && (
          <>
            <Field label={t('roster.person.role')}>
              {(control) => (
                <Select
                  {...control}
                  value={role}
                  options={roles.map((value) => ({ value, label: t(`vocabulary.roles.${value}`) }))}
                  onChange={setRole}
                />
              )}
            </Field>
            <Field label={t('roster.person.fromOn')}>
              {(control) => <DateInput {...control} value={fromOn} onChange={setFromOn} />}
            </Field>
          </>
        )}
        <FieldGroup label={t('roster.person.gender')}>
          <Radio.Group
            value={gender ?? 'none'}
            options={(['none', 'male', 'female'] as const).map((value) => ({
              value,
              label: t(`roster.person.genders.${value}`),
            }))}
            onChange={({ target: { value } }) => setGender(value === 'none' ? null : value)}
          />
        </FieldGroup>
        {fields.map((field) => (
          <Field
            key={field}
            label={t(`roster.fields.${field}`)}
            isOptional={field !== 'unit'}
            error={errorOf(field)}
            hint={
              field === 'unit'
                ? t('roster.person.unitHint')
                : field === 'group' || field === 'sector'
                  ? t('roster.person.groupHint')
                  : undefined
            }
          >
            {(control) => (
              <Input
                {...control}
                maxLength={field === 'note' ? 500 : 200}
                value={written[field]}
                onChange={(event) => setWritten({ ...written, [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {edited === null && isAsked && (
        <Checkbox checked={isAnother} onChange={(event) => setIsAnother(event.target.checked)}>
          {t('roster.person.isAnother')}
        </Checkbox>
      )}
      {error !== null && !isNamed && <FailureNotice error={error} />}
    </Dialog>
  );
}

interface AskedDialogProps {
  readonly name: string;
  readonly asked: readonly Asked[];
  onClose(): void;
}

/** What somebody new in office, or in a group, was asked for at once. */
function AskedDialog({ name, asked, onClose }: AskedDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  return (
    <Dialog
      title={t('roster.asked.titleOf', { name })}
      confirmLabel={t('roster.asked.look')}
      closeLabel={t('roster.asked.close')}
      isPending={false}
      isWide
      onConfirm={() => void navigate(urls.tasks(committee.id, { search: name }))}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('roster.asked.text')}</p>
      <AskedList asked={asked} hasPeople={false} />
    </Dialog>
  );
}

function textsOf(edited: PersonDialogProps['edited']): Readonly<Record<TextField, string>> {
  const { person, office } = edited ?? {};
  return {
    phone: person?.phone ?? '',
    otherPhone: person?.otherPhone ?? '',
    email: person?.email ?? '',
    sector: office?.sector ?? '',
    group: office?.group ?? '',
    employer: office?.employer ?? '',
    title: office?.title ?? '',
    unit: office?.unit ?? '',
    note: office?.note ?? '',
  };
}
