import { Button, Checkbox, Popover } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptChoice } from '../lib/kept-choice';
import type { Column } from './data-list';

/**
 * Which columns of a list the reader wants to see, kept in this browser. The first always stands: it says what the row is.
 * Answers the columns to show and the button that asks.
 */
export function useListColumns<Row>(
  list: string,
  columns: readonly Column<Row>[],
): { readonly shown: readonly Column<Row>[]; readonly chooser: ReactNode } {
  const { t } = useTranslation();
  const titleId = useId();
  const [hidden, setHidden] = useKeptChoice<readonly string[]>(`xushi.columns.${list}`, []);
  const choices = columns.slice(1).filter(({ isScreenOnly }) => isScreenOnly !== true);
  const chooser = (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div role="dialog" aria-labelledby={titleId}>
          <p id={titleId}>{t('app.list.columnsShown')}</p>
          <Checkbox.Group
            style={{ display: 'grid', gap: '0.4rem', marginTop: '0.4rem' }}
            value={choices.map(({ key }) => key).filter((key) => !hidden.includes(key))}
            options={choices.map(({ key, title }) => ({ value: key, label: title }))}
            onChange={(kept) => setHidden(choices.map(({ key }) => key).filter((key) => !kept.includes(key)))}
          />
        </div>
      }
    >
      <Button aria-haspopup="dialog">{t('app.list.columns')}</Button>
    </Popover>
  );
  return { shown: columns.filter(({ key }, index) => index === 0 || !hidden.includes(key)), chooser };
}
