import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type CaseAction, type CaseView } from '../lib/api';
import { failureOf } from '../lib/failure';
import { toast } from '../lib/toast';
import { useToday } from '../lib/use-dates';
import { useFailureText } from '../lib/use-failure-text';
import { useWords } from '../lib/use-words';
import { Callout } from './callout';
import { ConflictNotice } from './conflict-notice';
import { DateInput } from './date-input';
import { Dialog } from './dialog';
import { Field } from './field';

// The step that leads on is the plain answer; the others stand beside it.
const leadingOn: ReadonlySet<string> = new Set([
  'submit',
  'approve',
  'publish',
  'publish-amendment',
  'record',
  'hand-in-report',
  'hand-in-minutes',
  'record-adoption',
  'send-opinions',
  'record-reply',
  'record-rectification',
  'look-back',
  'finish',
  'reply',
  'answer',
  'carry-out',
  'accept',
]);
const grave: ReadonlySet<string> = new Set(['drop', 'rescind', 'abandon']);

interface CaseActionsProps {
  readonly committeeId: string;
  readonly view: CaseView;
  /** Where a page leads to a step by another way, it leaves its button out. */
  shows?(event: string): boolean;
  /** False where something else is to be done first: no step is the plain answer then. */
  readonly hasLeading?: boolean;
  /** What the reader is to know before a step is taken, said in its dialog. */
  noteOf?(event: string): ReactNode;
}

/** What the reader may do with a case now, exactly as the server says it, each step behind a question that names what it does. */
export function CaseActions({ committeeId, view, shows = () => true, hasLeading = true, noteOf }: CaseActionsProps) {
  const words = useWords();
  const [action, setAction] = useState<CaseAction | null>(null);
  const ordered = view.allowedActions
    .filter(({ event }) => shows(event))
    .sort((a, b) => Number(leadingOn.has(a.event)) - Number(leadingOn.has(b.event)));
  return (
    <>
      {ordered.map((allowed) => (
        <Button
          key={allowed.event}
          type={hasLeading && leadingOn.has(allowed.event) ? 'primary' : 'default'}
          danger={grave.has(allowed.event)}
          onClick={() => setAction(allowed)}
        >
          {words.event(view.definition, allowed.event)}
        </Button>
      ))}
      {action !== null && (
        <ActionDialog committeeId={committeeId} view={view} action={action} onClose={() => setAction(null)}>
          {noteOf?.(action.event)}
        </ActionDialog>
      )}
    </>
  );
}

interface ActionDialogProps {
  readonly committeeId: string;
  readonly view: CaseView;
  readonly action: CaseAction;
  readonly children: ReactNode;
  onClose(): void;
}

function ActionDialog({ committeeId, view, action, children, onClose }: ActionDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const sentence = useFailureText();
  const today = useToday();
  const [lockVersion, setLockVersion] = useState(view.lockVersion);
  const [values, setValues] = useState<Record<string, string>>(() => firstValues(action, today));
  const [missing, setMissing] = useState<string | null>(null);
  const act = useMutation(
    api.workflow.act.mutationOptions({
      onSuccess: () => {
        toast(words.done(view.definition, action.event));
        onClose();
      },
    }),
  );
  const failure = act.error === null ? null : failureOf(act.error);
  const consequence = words.consequence(view.definition, action.event);

  const send = () => {
    const lacking = action.fields.find(({ name, required }) => required && !values[name]?.trim());
    setMissing(lacking?.name ?? null);
    if (lacking !== undefined) return;
    act.mutate({
      committeeId,
      instanceId: view.instanceId,
      event: action.event,
      lockVersion,
      input: inputOf(action, values),
    });
  };

  return (
    <Dialog
      title={words.event(view.definition, action.event)}
      confirmLabel={words.event(view.definition, action.event)}
      isPending={act.isPending}
      isDanger={grave.has(action.event)}
      isBlocked={failure?.kind === 'conflict'}
      onConfirm={send}
      onClose={onClose}
    >
      {consequence !== '' && <p>{consequence}</p>}
      {children}
      {action.fields.map((field) => {
        const refusedHere = failure?.kind === 'refused' && failure.field === field.name;
        const label = words.field(field.name);
        const change = (value: string) => setValues({ ...values, [field.name]: value });
        return (
          <Field
            key={field.name}
            label={label}
            isOptional={!field.required}
            error={missing === field.name ? t('app.fillIn', { label }) : refusedHere ? sentence(failure) : null}
          >
            {(control) => (
              <ActionInput type={field.type} control={control} value={values[field.name] ?? ''} onChange={change} />
            )}
          </Field>
        );
      })}
      {failure?.kind === 'conflict' && (
        <ConflictNotice
          onReload={onClose}
          onKeep={() => {
            setLockVersion(failure.currentLockVersion);
            act.reset();
          }}
        />
      )}
      {failure !== null && failure.kind !== 'conflict' && !(failure.kind === 'refused' && failure.field !== null) && (
        <Callout tone="red" role="alert">
          <p>{sentence(failure)}</p>
        </Callout>
      )}
    </Dialog>
  );
}

interface ActionInputProps {
  readonly type: CaseAction['fields'][number]['type'];
  readonly control: { id: string; 'aria-describedby': string | undefined; status?: 'error' };
  readonly value: string;
  onChange(value: string): void;
}

function ActionInput({ type, control, value, onChange }: ActionInputProps) {
  const today = useToday();
  switch (type) {
    case 'date-done':
      return <DateInput {...control} value={value} max={today} onChange={onChange} />;
    case 'date-planned':
      return <DateInput {...control} value={value} min={today} onChange={onChange} />;
    case 'count':
      return (
        <Input
          {...control}
          type="number"
          min={0}
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'text':
      return (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

const firstValues = (action: CaseAction, today: string) =>
  Object.fromEntries(action.fields.filter(({ type }) => type === 'date-done').map(({ name }) => [name, today]));

/** What the form says, empty fields left out, counts as numbers. */
function inputOf(action: CaseAction, values: Readonly<Record<string, string>>): Record<string, string | number> {
  const input: Record<string, string | number> = {};
  for (const { name, type } of action.fields) {
    const value = values[name]?.trim() ?? '';
    if (value !== '') input[name] = type === 'count' ? Number(value) : value;
  }
  return input;
}
