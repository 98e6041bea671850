import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseActions } from '../../components/case-actions';
import { ContributionDialog } from '../../components/contribution-dialog';
import { HoldDialog } from '../../components/hold-dialog';
import { NotDoneDialog } from '../../components/not-done-dialog';
import { ReleaseButton } from '../../components/release-button';
import { SlipDialog } from '../../components/slip-dialog';
import type { TaskDetail } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { useWords } from '../../lib/use-words';
import { LeaveDialog } from './leave-dialog';
import styles from './task.module.css';

/** Everything the reader may do with this task now. */
export function TaskActions({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const { account, committee } = useHere();
  const { isStaff, isLeader } = useReach();
  const [open, setOpen] = useState<'contribution' | 'not-done' | 'hold' | 'slip' | 'leave' | null>(null);
  const close = () => setOpen(null);
  if (task.status !== 'open') {
    return task.case !== null && task.case.allowedActions.length > 0 ? (
      <div className={`${styles.actions} not-printed`}>
        <CaseActions committeeId={committee.id} view={task.case} />
      </div>
    ) : null;
  }
  const isMine = task.holder.accountId === account.id;
  const entersFor = isStaff || task.standsIn;
  const contributes = task.byContribution && (isMine || entersFor) && task.opensOn <= committee.today;
  const ownKind = task.kind === 'answer-invitation' ? 'answer-invitation' : 'contribute';
  return (
    <>
      <div className={`${styles.actions} not-printed`}>
        {contributes && (
          <Button type="primary" size={isMine ? 'large' : 'middle'} onClick={() => setOpen('contribution')}>
            {isMine ? t(`task.contributeMine.${ownKind}`) : t('task.contributeOnBehalf')}
          </Button>
        )}
        {task.kind === 'answer-invitation' && (isMine || entersFor) && (task.leave === null || task.leave.isFinal) && (
          <Button size={isMine ? 'large' : 'middle'} onClick={() => setOpen('leave')}>
            {t(isMine ? 'task.leave' : 'task.leaveOnBehalf')}
          </Button>
        )}
        {task.case !== null && <CaseActions committeeId={committee.id} view={task.case} />}
        {isStaff && task.isLate && task.confirmedNotDoneOn === null && (
          <Button onClick={() => setOpen('not-done')}>{t('task.notDone')}</Button>
        )}
        {(isStaff || isLeader) && task.isLate && !task.holder.isMember && !hasOpenSlip(task) && (
          <Button onClick={() => setOpen('slip')}>{t('supervision.slip')}</Button>
        )}
        {(isStaff || isLeader) && task.hold === null && (
          <Button onClick={() => setOpen('hold')}>{t('task.hold')}</Button>
        )}
        {(isStaff || isLeader) && task.hold !== null && <ReleaseButton task={task} />}
      </div>
      {open === 'contribution' && (
        <ContributionDialog task={task} forName={isMine ? null : words.holder(task.holder)} onClose={close} />
      )}
      {open === 'not-done' && <NotDoneDialog task={task} onClose={close} />}
      {open === 'leave' && (
        <LeaveDialog task={task} forName={isMine ? null : words.holder(task.holder)} onClose={close} />
      )}
      {open === 'slip' && <SlipDialog tasks={[task]} onClose={close} />}
      {open === 'hold' && <HoldDialog task={task} onClose={close} />}
    </>
  );
}

/** One open slip a task: while there is one, its reply is awaited. */
const hasOpenSlip = ({ id, case: view }: TaskDetail): boolean =>
  view?.children.some(
    ({ definition, aboutTaskId, isFinal }) => definition === 'supervision-slip' && aboutTaskId === id && !isFinal,
  ) ?? false;
