import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReach } from '../../lib/here';

const Dialog = lazy(() =>
  import('../../features/task/enter-duty-dialog').then(({ EnterDutyDialog }) => ({ default: EnterDutyDialog })),
);

/** Enters a duty beside the plan, from wherever one is. Its form is loaded when it is first asked for. */
export function EnterDuty() {
  const { t } = useTranslation();
  const { isStaff, isLeader } = useReach();
  const [isOpen, setIsOpen] = useState(false);
  if (!isStaff && !isLeader) return null;
  return (
    <>
      <Button block icon={<PlusOutlined aria-hidden />} onClick={() => setIsOpen(true)}>
        {t('task.enterDuty')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <Dialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
