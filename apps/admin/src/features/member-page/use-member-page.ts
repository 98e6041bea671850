import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Matter, MemberPage } from '../../lib/api';
import { createClient } from '../../lib/client';
import { failureOf } from '../../lib/failure';
import { newId } from '../../lib/identifiers';

export type MatterAct = Matter['acts'][number];

/** What a press asks for. */
export type Press =
  | { readonly act: 'come' }
  | { readonly act: 'ask-leave'; readonly reason: string }
  | {
      readonly act: 'contribute';
      readonly doneOn: string;
      readonly note: string | null;
      /** Made once per form: sent again after a broken connection, it records once. */
      readonly idempotencyKey: string;
    };

/** What the page says after a press, kept until the next. */
export type Said = MatterAct | 'already' | 'refused' | 'unreachable';

type State = 'loading' | 'unknown' | 'unreachable' | MemberPage;

/** The member page behind a link: read at the start and whenever the reader comes back to it, changed only by a press. */
export function useMemberPage(token: string) {
  const client = useMemo(() => createClient({ 'x-xushi-link': token }), [token]);
  const [state, setState] = useState<State>('loading');
  const [said, setSaid] = useState<{ readonly taskId: string; readonly what: Said } | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const read = useCallback(async () => {
    try {
      setState(await client.memberPage.read());
    } catch (error) {
      const isUnknown = failureOf(error).kind === 'signed-out';
      // A page that was read stays readable without a connection.
      setState((known) => (isUnknown ? 'unknown' : typeof known === 'string' ? 'unreachable' : known));
    }
  }, [client]);

  useEffect(() => {
    void read();
    const readAgain = () => {
      if (document.visibilityState === 'visible') void read();
    };
    document.addEventListener('visibilitychange', readAgain);
    return () => document.removeEventListener('visibilitychange', readAgain);
  }, [read]);

  const send = ({ taskId }: Matter, today: string, press: Press): Promise<MemberPage> => {
    switch (press.act) {
      case 'come':
        return client.memberPage.contribute({
          taskId,
          doneOn: today,
          note: null,
          answer: 'coming',
          idempotencyKey: newId(),
        });
      case 'contribute': {
        const { doneOn, note, idempotencyKey } = press;
        return client.memberPage.contribute({ taskId, doneOn, note, answer: null, idempotencyKey });
      }
      case 'ask-leave':
        return client.memberPage.askLeave({ taskId, reason: press.reason });
    }
  };

  /** Sends one press and answers whether it was noted; a second one while it is on its way does nothing. */
  const press = async (matter: Matter, today: string, what: Press): Promise<boolean> => {
    if (isBusy) return false;
    setIsBusy(true);
    setSaid(null);
    try {
      setState(await send(matter, today, what));
      setSaid({ taskId: matter.taskId, what: what.act });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      const isAlready = failure.kind === 'refused' && ['task-not-open', 'leave-requested'].includes(failure.reason);
      const isCutOff = failure.kind === 'unreachable';
      setSaid({ taskId: matter.taskId, what: isAlready ? 'already' : isCutOff ? 'unreachable' : 'refused' });
      if (!isCutOff) await read();
      return isAlready;
    } finally {
      setIsBusy(false);
    }
  };

  return { state, said, isBusy, press, read };
}
