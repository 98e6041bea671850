import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../components/conflict-notice';
import { FailureNotice } from '../../components/failure-notice';
import { api, type ItemFault, type Plan } from '../../lib/api';
import { failureOf } from '../../lib/failure';
import { useHere } from '../../lib/here';
import { toast } from '../../lib/toast';
import { inputOf } from './item-draft';
import { faultsByEntry, isReady, isWaiting, type ReadDesk, settle, takeEntries } from './read-entries';

interface TakeEntriesProps {
  readonly plan: Plan;
  readonly desk: ReadDesk;
  onChange(desk: ReadDesk | null): void;
  /** Everything ticked is in the plan. */
  onDone(): void;
  /** The first item that was refused. */
  onFault(key: string): void;
}

interface TakeEntries {
  readonly isPending: boolean;
  readonly faults: ReadonlyMap<string, ReadonlyMap<string, ItemFault['reason']>>;
  readonly notice: ReactNode;
  run(): void;
}

/** The one act that takes what is ready into the plan: all of it, or nothing with each fault at its field. */
export function useTakeEntries({ plan, desk, onChange, onDone, onFault }: TakeEntriesProps): TakeEntries {
  const { t } = useTranslation();
  const { committee } = useHere();
  const queryClient = useQueryClient();
  const [faults, setFaults] = useState<TakeEntries['faults']>(new Map());
  const ready = desk.entries.filter(isReady);
  const take = useMutation(api.annualPlan.takeItems.mutationOptions());
  // The second half of a double click comes before the first is known to be under way.
  const isUnderWay = useRef(false);
  const run = () => {
    if (isUnderWay.current || ready.length === 0) return;
    isUnderWay.current = true;
    const keys = ready.map(({ key }) => key);
    take.mutate(
      {
        committeeId: committee.id,
        planId: plan.id,
        lockVersion: plan.lockVersion,
        items: ready.map(({ draft }) => inputOf(draft)),
      },
      {
        onSettled: () => {
          isUnderWay.current = false;
        },
        onSuccess: (answer) => {
          const found = faultsByEntry(keys, answer.faults);
          setFaults(found);
          const [first] = found.keys();
          if (first !== undefined) {
            onFault(first);
            return;
          }
          toast(t('annualPlan.reading.takenToast', { count: answer.taken }));
          const isWhole = !desk.entries.some(isWaiting);
          onChange(isWhole ? null : takeEntries(desk, keys));
          if (isWhole) onDone();
        },
      },
    );
  };
  /** Somebody changed the plan: look at what it holds now before anything is taken. */
  const reload = async () => {
    const query = api.annualPlan.get.queryOptions({ input: { committeeId: committee.id, planId: plan.id } });
    const { items } = await queryClient.fetchQuery({ ...query, staleTime: 0 });
    onChange(settle(desk, items));
    take.reset();
  };
  const failure = take.error === null ? null : failureOf(take.error);
  const notice =
    failure === null ? null : failure.kind === 'conflict' ? (
      <ConflictNotice onReload={() => void reload()} onKeep={() => void reload()} />
    ) : (
      <FailureNotice error={take.error} />
    );
  return { isPending: take.isPending, faults, notice, run };
}
