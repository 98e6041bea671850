import { useMutation } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../components/date-input';
import { Dialog } from '../../components/dialog';
import { FailureNotice } from '../../components/failure-notice';
import { Field } from '../../components/field';
import { PersonField } from '../../components/people-fields';
import { api, type Category } from '../../lib/api';
import { addDays } from '../../lib/dates';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { newId } from '../../lib/identifiers';
import { toast } from '../../lib/toast';
import { useDates } from '../../lib/use-dates';
import { useFailureText } from '../../lib/use-failure-text';

const USUAL_DAYS = 7;

/** A duty beside the plan, entered in a quarter of a minute: what, by when, who. One form enters one duty. */
export function EnterDutyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const sentence = useFailureText();
  const { committee } = useHere();
  const categories = Object.entries(t('vocabulary.categories', { returnObjects: true })) as [Category, string][];
  const [idempotencyKey] = useState(newId);
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState(() => addDays(committee.today, USUAL_DAYS));
  const [responsibleAccountId, setResponsible] = useState<string | null>(null);
  const [category, setCategory] = useState<Category>('other');
  const [note, setNote] = useState('');
  const [isDateMissing, setIsDateMissing] = useState(false);
  const enter = useMutation(
    api.task.enterDuty.mutationOptions({
      onSuccess: () => {
        toast(t('task.dutyEntered', { title: title.trim(), date: dates.day(dueOn) }));
        onClose();
      },
    }),
  );
  const failure = enter.error === null ? null : failureOf(enter.error);
  const field = failure?.kind === 'refused' ? failure.field : null;
  const errorOf = (name: string) => (failure !== null && field === name ? sentence(failure) : null);
  return (
    <Dialog
      title={t('task.enterDuty')}
      confirmLabel={t('task.enterDutyConfirm')}
      isPending={enter.isPending}
      onConfirm={() => {
        setIsDateMissing(dueOn === '');
        if (dueOn === '') return;
        enter.mutate({
          committeeId: committee.id,
          title: title.trim(),
          category,
          dueOn,
          responsibleAccountId,
          note: note.trim() === '' ? null : note.trim(),
          idempotencyKey,
        });
      }}
      onClose={onClose}
    >
      <Field label={t('task.dutyTitle')} error={errorOf('title')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('task.dutyDue')} error={isDateMissing ? t('annualPlan.dateMissing') : errorOf('dueOn')}>
        {(control) => <DateInput {...control} min={committee.today} value={dueOn} onChange={setDueOn} />}
      </Field>
      <PersonField
        label={t('annualPlan.responsible')}
        nobody={t('annualPlan.anyStaff')}
        value={responsibleAccountId}
        error={errorOf('responsibleAccountId')}
        onChange={setResponsible}
      />
      <Field label={t('annualPlan.category')} error={errorOf('category')}>
        {(control) => (
          <Select<Category>
            {...control}
            value={category}
            options={categories.map(([value, label]) => ({ value, label }))}
            onChange={setCategory}
          />
        )}
      </Field>
      <Field label={t('task.note')} isOptional error={errorOf('note')}>
        {(control) => (
          <Input {...control} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {failure !== null && field === null && <FailureNotice error={enter.error} />}
    </Dialog>
  );
}
