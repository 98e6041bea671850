import { Button, Modal } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from './field';

interface DialogProps {
  readonly title: string;
  readonly confirmLabel: string;
  /** Where there is nothing left to be taken back: what the other button says. */
  readonly closeLabel?: string;
  readonly isPending: boolean;
  readonly isDanger?: boolean;
  readonly isBlocked?: boolean;
  /** Room for a table. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
  onConfirm(): void;
  onClose(): void;
}

/** A question with a form: Enter confirms, Escape closes, a second press while one is under way does nothing. */
export function Dialog({
  title,
  confirmLabel,
  closeLabel,
  isPending,
  isDanger = false,
  isBlocked = false,
  isWide = false,
  children,
  onConfirm,
  onClose,
}: DialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  return (
    <Modal
      open
      width={isWide ? 'min(60rem, calc(100vw - 2rem))' : undefined}
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {closeLabel ?? t('app.cancel')}
        </Button>,
        <Button
          key="confirm"
          type="primary"
          danger={isDanger}
          htmlType="submit"
          form={formId}
          loading={isPending}
          disabled={isBlocked}
          // The second half of a double click comes before the first is known to be under way.
          onClick={(event) => {
            if (event.detail > 1) event.preventDefault();
          }}
        >
          {confirmLabel}
        </Button>,
      ]}
    >
      <Form
        id={formId}
        onSubmit={() => {
          if (!isPending && !isBlocked) onConfirm();
        }}
      >
        {children}
      </Form>
    </Modal>
  );
}
