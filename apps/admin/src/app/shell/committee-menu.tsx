import { DownOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag';
import type { Committee } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './committee-switcher.module.css';

interface CommitteeMenuProps {
  standing(one: Committee): string;
  /** The committee that is open. */
  readonly children: ReactNode;
}

/** The committees to choose from, townships under their county. */
export function CommitteeMenu({ standing, children }: CommitteeMenuProps) {
  const { t } = useTranslation();
  const { committee, committees } = useHere();
  const navigate = useNavigate();
  return (
    <Dropdown
      trigger={['click']}
      popupRender={(menu) => <nav aria-label={t('app.switchCommittee')}>{menu}</nav>}
      menu={{
        selectable: true,
        selectedKeys: [committee.id],
        onClick: ({ key }) => void navigate(urls.home(key)),
        items: treeOf(committees).map(({ one, depth }) => ({
          key: one.id,
          label: (
            <span className={depth === 0 ? styles.top : styles.below}>
              {one.name}
              <Tag>{standing(one)}</Tag>
            </span>
          ),
        })),
      }}
    >
      <button type="button" className={`${styles.switcher} ${styles.button}`} aria-haspopup="menu">
        <span className="visually-hidden">{t('app.switchCommittee')}</span>
        {children}
        <DownOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}

/** Parents first, each followed by its own. */
function treeOf(committees: readonly Committee[]): { one: Committee; depth: number }[] {
  const known = new Set(committees.map(({ id }) => id));
  const isTop = ({ parentId }: Committee) => parentId === null || !known.has(parentId);
  return committees
    .filter(isTop)
    .flatMap((one) => [
      { one, depth: 0 },
      ...committees.filter(({ parentId }) => parentId === one.id).map((below) => ({ one: below, depth: 1 })),
    ]);
}
