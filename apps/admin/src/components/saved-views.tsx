import { Button, Input, Popover } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptChoice } from '../lib/kept-choice';
import { Form } from './field';
import styles from './saved-views.module.css';

interface SavedViewsProps<Search> {
  /** The list the views are of. */
  readonly list: string;
  readonly search: Search;
  onShow(search: Search): void;
}

const LONGEST_NAME = 20;

/** 常用筛选: filters under a name, kept in this browser; what is shown stands in the address as always. */
export function SavedViews<Search extends object>({ list, search, onShow }: SavedViewsProps<Search>) {
  const { t } = useTranslation();
  const titleId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [views, setViews] = useKeptChoice<readonly { name: string; search: Search }[]>(`xushi.views.${list}`, []);
  const others = views.filter((view) => view.name !== name.trim());
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setIsOpen}
      content={
        <div role="dialog" aria-labelledby={titleId} className={styles.views}>
          <p id={titleId}>{t('app.list.viewsText')}</p>
          {views.length > 0 && (
            <ul className={styles.list}>
              {views.map((view) => (
                <li key={view.name}>
                  <Button
                    type="link"
                    onClick={() => {
                      setIsOpen(false);
                      onShow(view.search);
                    }}
                  >
                    {view.name}
                  </Button>
                  <Button
                    size="small"
                    aria-label={`${t('app.list.forget')}${t('app.colon')}${view.name}`}
                    onClick={() => setViews(views.filter((one) => one !== view))}
                  >
                    {t('app.list.forget')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <Form
            onSubmit={() => {
              if (name.trim() === '') return;
              setViews([...others, { name: name.trim(), search }]);
              setName('');
            }}
          >
            <div className={styles.save}>
              <Input
                aria-label={t('app.list.viewName')}
                placeholder={t('app.list.viewName')}
                maxLength={LONGEST_NAME}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
              <Button htmlType="submit" disabled={name.trim() === ''}>
                {t('app.list.keep')}
              </Button>
            </div>
          </Form>
        </div>
      }
    >
      <Button aria-haspopup="dialog">{t('app.list.views')}</Button>
    </Popover>
  );
}
