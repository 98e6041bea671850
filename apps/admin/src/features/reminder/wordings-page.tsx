import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { api, type NoticeWording } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import styles from './reminder.module.css';
import { WordingDialog } from './wording-dialog';

const families = ['plain', 'contribute', 'answer-invitation'] as const;

/** 提醒用语: what each reminder says here, in the product's words or the committee's own. */
export function WordingsPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { isStaff, isAdministrator } = useReach();
  const [edited, setEdited] = useState<NoticeWording | null>(null);
  const query = useQuery(api.noticeWording.list.queryOptions({ input: { committeeId: committee.id } }));
  return (
    <PageQueryView title={t('reminder.wording.title')} query={query}>
      {(wordings) => (
        <Page
          title={t('reminder.wording.title')}
          above={<Link {...urls.settings(committee.id)}>{t('settings.title')}</Link>}
          lead={t('reminder.wording.lead')}
        >
          {families.map((family) => (
            <Section
              key={family}
              title={t(`reminder.wording.families.${family}`)}
              note={t(`reminder.wording.familyTexts.${family}`)}
              flush
            >
              <WordingList
                label={t(`reminder.wording.families.${family}`)}
                wordings={wordings.filter((one) => one.family === family)}
                onEdit={isStaff || isAdministrator ? setEdited : null}
              />
            </Section>
          ))}
          {edited !== null && <WordingDialog wording={edited} onClose={() => setEdited(null)} />}
        </Page>
      )}
    </PageQueryView>
  );
}

interface WordingListProps {
  readonly label: string;
  readonly wordings: readonly NoticeWording[];
  /** Null where the reader only looks on. */
  readonly onEdit: ((wording: NoticeWording) => void) | null;
}

function WordingList({ label, wordings, onEdit }: WordingListProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const columns: Column<NoticeWording>[] = [
    {
      key: 'form',
      title: t('reminder.wording.form'),
      width: '11rem',
      cell: ({ form }) => t(`vocabulary.forms.${form}`),
    },
    {
      key: 'text',
      title: t('reminder.wording.text'),
      cell: ({ own, builtIn, changedAt, changedByName }) => (
        <>
          <span lang="zh-CN">{own ?? builtIn}</span> {own !== null && <Tag>{t('reminder.wording.own')}</Tag>}
          {changedAt !== null && (
            <p className={styles.quiet}>
              {t('reminder.wording.changed', { name: changedByName, at: dates.moment(changedAt) })}
            </p>
          )}
        </>
      ),
    },
    {
      key: 'edit',
      title: t('reminder.wording.edit'),
      width: '6rem',
      onCard: 'bare',
      isScreenOnly: true,
      cell: (wording) =>
        onEdit !== null && (
          <Button
            size="small"
            aria-label={`${t('reminder.wording.edit')}${t('app.colon')}${t(`vocabulary.forms.${wording.form}`)}`}
            onClick={() => onEdit(wording)}
          >
            {t('reminder.wording.edit')}
          </Button>
        ),
    },
  ];
  return <DataList label={label} rows={wordings} columns={columns} rowKey={({ form }) => form} />;
}
