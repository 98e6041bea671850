import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../../components/data-list';
import { LightChip } from '../../components/light-chip';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { Tag } from '../../components/tag';
import { api, type ListedProfileVersion, type RuleProfile } from '../../lib/api';
import { dateOf } from '../../lib/dates';
import { useHere, useReach } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useWords } from '../../lib/use-words';
import { RuleChanges } from './rule-changes';
import styles from './settings.module.css';

/** 提醒方案: by what steps people are reminded, what the lights mean, how long each answer may take. */
export function RulesPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const { isStaff, isAdministrator } = useReach();
  const navigate = useNavigate();
  const versions = useQuery(api.ruleProfile.list.queryOptions({ input: { committeeId: committee.id } }));
  return (
    <Page
      title={t('settings.rules.title')}
      above={<Link {...urls.settings(committee.id)}>{t('settings.title')}</Link>}
      lead={t('settings.rules.lead')}
      actions={
        (isStaff || isAdministrator) && (
          <Button type="primary" onClick={() => void navigate(urls.rulesEditor(committee.id))}>
            {t('settings.rules.edit')}
          </Button>
        )
      }
    >
      <QueryView query={versions} rows={8}>
        {(listed) => <Versions versions={listed} />}
      </QueryView>
    </Page>
  );
}

function Versions({ versions }: { versions: readonly ListedProfileVersion[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const [chosen, setChosen] = useState<number | null>(null);
  const inForce = versions.find(({ isInForce }) => isInForce) ?? versions[0];
  const version = chosen ?? inForce?.version ?? 1;
  const query = useQuery(api.ruleProfile.get.queryOptions({ input: { committeeId: committee.id, version } }));
  const columns: Column<ListedProfileVersion>[] = [
    {
      key: 'version',
      title: t('settings.rules.version'),
      cell: ({ version: number, isInForce }) => (
        <>
          {t('settings.rules.versionNo', { number })}{' '}
          {isInForce && <Tag tone="accent">{t('settings.rules.inForce')}</Tag>}
        </>
      ),
    },
    {
      key: 'from',
      title: t('settings.rules.validFrom'),
      width: '11rem',
      isUnbroken: true,
      cell: ({ validFrom }) => dates.day(validFrom),
    },
    {
      key: 'by',
      title: t('settings.rules.writtenBy'),
      width: '13rem',
      cell: ({ writtenAt, writtenByName }) =>
        writtenAt === null
          ? t('settings.rules.withCommittee')
          : [writtenByName ?? t('app.system'), dates.day(dateOf(writtenAt))].join(t('app.comma')),
    },
    {
      key: 'changes',
      title: t('settings.rules.whatChanges'),
      cell: ({ changes, writtenAt }) =>
        writtenAt === null ? null : (
          <details>
            <summary>{t('settings.rules.changeCount', { count: changes.length })}</summary>
            <RuleChanges changes={changes} />
          </details>
        ),
    },
    {
      key: 'cases',
      title: t('settings.rules.openCases'),
      width: '8rem',
      align: 'right',
      cell: ({ openCases }) => openCases,
    },
    {
      key: 'see',
      title: t('settings.rules.see'),
      width: '6rem',
      isScreenOnly: true,
      onCard: 'bare',
      cell: ({ version: number }) => (
        <Button
          size="small"
          aria-pressed={number === version}
          aria-label={`${t('settings.rules.see')}${t('app.colon')}${t('settings.rules.versionNo', { number })}`}
          onClick={() => setChosen(number)}
        >
          {t('settings.rules.see')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <QueryView query={query} rows={8}>
        {({ profile }) => <Profile profile={profile} />}
      </QueryView>
      <Section title={t('settings.rules.versions')} note={t('settings.rules.versionsText')} flush>
        <DataList
          label={t('settings.rules.versions')}
          rows={versions}
          columns={columns}
          rowKey={(one) => String(one.version)}
        />
      </Section>
    </>
  );
}

function Profile({ profile }: { profile: RuleProfile }) {
  const { t } = useTranslation();
  const words = useWords();
  const { reminder, ladders, lights } = profile;
  const lengths = Object.entries(t('settings.rules.lengths', { returnObjects: true })) as [
    keyof RuleProfile & `${string}Workdays`,
    string,
  ][];
  return (
    <>
      <Section title={t('settings.rules.ladders')} note={t('settings.rules.laddersText')}>
        <dl className={styles.ladders}>
          {Object.entries(ladders).map(([key, rungs]) => (
            <div key={key}>
              <dt>{words.ladder(key)}</dt>
              <dd>
                <ol className={styles.rungs}>
                  {rungs.map(({ name, to, form }) => (
                    <li key={`${name} ${to}`}>
                      <b>{words.rung(name)}</b> {t(`settings.rules.recipients.${to}`)}
                      {t('app.colon')}
                      {t(`vocabulary.forms.${form}`)}
                    </li>
                  ))}
                </ol>
              </dd>
            </div>
          ))}
        </dl>
        <p className={styles.text}>
          {t('settings.rules.reminding', {
            at: reminder.remindAt.slice(0, 5),
            from: reminder.quietFrom.slice(0, 5),
            until: reminder.quietUntil.slice(0, 5),
            cap: reminder.mostMessagesPerPersonYear,
            ask: reminder.askBeforeClimbingWorkdays,
          })}
        </p>
      </Section>
      <Section title={t('settings.rules.lights')}>
        <ul className={styles.rungs}>
          {lights.bands.map(({ colour, meaning, begins }) => (
            <li key={meaning}>
              <LightChip light={{ colour, meaning }} />{' '}
              {begins === null
                ? t('settings.rules.fromOpening')
                : begins.workdays === 0
                  ? t(`settings.rules.beginsAt.${begins.side}`)
                  : t(`settings.rules.begins.${begins.side}`, { count: begins.workdays })}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('settings.rules.lengthsTitle')}>
        <dl className={styles.lengths}>
          {lengths.map(([name, label]) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{t('settings.rules.workdays', { count: profile[name] })}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
