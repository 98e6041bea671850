import { DownOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag';
import type { Committee } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import styles from './committee-switcher.module.css';

/** The committees the reader works in or supervises, townships under their county. */
export function CommitteeSwitcher() {
  const { t } = useTranslation();
  const { committee, committees } = useHere();
  const navigate = useNavigate();
  const standing = (one: Committee) =>
    one.myRoles.length === 0
      ? t('app.supervised')
      : one.myRoles.map((role) => t(`vocabulary.roles.${role}`)).join(t('app.comma'));
  const button = (
    <span className={styles.text}>
      <span className={styles.name}>{committee.name}</span>
      <span className={styles.roles}>{standing(committee)}</span>
    </span>
  );
  if (committees.length < 2) return <div className={styles.switcher}>{button}</div>;
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
        {button}
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
