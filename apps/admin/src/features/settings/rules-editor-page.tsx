import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page, Section } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api, type ListedProfileVersion, type RuleProfile } from '../../lib/api';
import { addDays } from '../../lib/dates';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { useSettled } from '../../lib/use-settled';
import { HoursEditor, LengthsEditor } from './hours-editor';
import { LadderTrial } from './ladder-trial';
import { LaddersEditor } from './ladders-editor';
import { LightsEditor } from './lights-editor';
import { countFaults, draftOf, faultsByPlace, profileOf } from './rules-draft';
import styles from './settings.module.css';
import { WriteRulesDialog } from './write-rules-dialog';

const TRIED_DAYS = 45;
const JUDGED_AFTER_MS = 300;

/** 修改提醒方案与期限: ladders, lights, hours and lengths, judged while they are written, kept as a new version. */
export function RulesEditorPage() {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [round, setRound] = useState(0);
  const versions = useQuery(api.ruleProfile.list.queryOptions({ input: { committeeId: committee.id } }));
  return (
    <PageQueryView title={t('settings.rules.editTitle')} query={versions}>
      {(listed) => (
        <NewestVersion
          key={round}
          versions={listed}
          onRestart={() => void versions.refetch().then(() => setRound(round + 1))}
        />
      )}
    </PageQueryView>
  );
}

interface NewestVersionProps {
  readonly versions: readonly ListedProfileVersion[];
  onRestart(): void;
}

/** Begins from what is the newest now; what others write meanwhile does not disturb it. */
function NewestVersion({ versions, onRestart }: NewestVersionProps) {
  const { t } = useTranslation();
  const { committee } = useHere();
  const [version] = useState(versions[0]?.version ?? 1);
  const query = useQuery(api.ruleProfile.get.queryOptions({ input: { committeeId: committee.id, version } }));
  return (
    <PageQueryView title={t('settings.rules.editTitle')} query={query}>
      {(newest) => <RulesEditor newest={newest} versions={versions} onRestart={onRestart} />}
    </PageQueryView>
  );
}

interface RulesEditorProps {
  readonly newest: { readonly version: number; readonly profile: RuleProfile };
  readonly versions: readonly ListedProfileVersion[];
  onRestart(): void;
}

function RulesEditor({ newest, versions, onRestart }: RulesEditorProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { committee } = useHere();
  const [draft, setDraft] = useState(() => draftOf(newest.profile));
  const [basedOnVersion, setBasedOnVersion] = useState(newest.version);
  const [chosenKey, setChosenKey] = useState('duty');
  const [days, setDays] = useState({ opensOn: committee.today, dueOn: addDays(committee.today, TRIED_DAYS) });
  const [isWriting, setIsWriting] = useState(false);

  const start = useQuery(api.ruleProfile.start.queryOptions({ input: { committeeId: committee.id } }));
  const profile = profileOf(draft);
  const chosen = draft.ladders.find(({ key }) => key === chosenKey) ?? draft.ladders[0];
  const asked = useSettled(
    { committeeId: committee.id, profile, basedOnVersion, ladder: chosen?.key ?? '', ...days },
    JUDGED_AFTER_MS,
  );
  const judged = useQuery({
    ...api.ruleProfile.judge.queryOptions({ input: asked, placeholderData: keepPreviousData }),
    enabled: asked.opensOn !== '' && asked.dueOn !== '',
  });
  const faults = faultsByPlace(draft, judged.data?.faults ?? []);
  const faultTotal = [...faults.values()].flat().length;
  const isJudged =
    judged.isSuccess && !judged.isPlaceholderData && JSON.stringify(asked.profile) === JSON.stringify(profile);
  const changes = judged.data?.changes ?? [];
  const faultyLadders = draft.ladders.reduce((sum, ladder) => sum + countFaults(ladder, faults), 0);
  return (
    <Page
      title={t('settings.rules.editTitle')}
      above={<Link {...urls.rules(committee.id)}>{t('settings.rules.title')}</Link>}
      lead={t('settings.rules.editLead')}
    >
      <Section title={t('settings.rules.ladders')} note={t('settings.rules.laddersText')}>
        {chosen !== undefined && (
          <LaddersEditor
            ladders={draft.ladders}
            chosen={chosen}
            faults={faults}
            start={start.data?.profile.ladders ?? newest.profile.ladders}
            onChoose={setChosenKey}
            onChange={(ladders) => setDraft({ ...draft, ladders })}
          />
        )}
      </Section>
      <Section title={t('settings.rules.trial')} note={t('settings.rules.trialText')}>
        <LadderTrial days={days} trial={faultyLadders > 0 ? null : judged.data?.trial} onChange={setDays} />
      </Section>
      <Section title={t('settings.rules.lights')} note={t('settings.rules.lightsText')}>
        <LightsEditor
          lights={draft}
          schemes={start.data?.lightSchemes ?? {}}
          faults={faults}
          onChange={(lights) => setDraft({ ...draft, ...lights })}
        />
      </Section>
      <Section title={t('settings.rules.hoursTitle')} note={t('settings.rules.hoursText')}>
        <HoursEditor
          values={draft.reminder}
          faults={faults}
          onChange={(reminder) => setDraft({ ...draft, reminder })}
        />
      </Section>
      <Section title={t('settings.rules.lengthsTitle')} note={t('settings.rules.lengthsText')}>
        <LengthsEditor values={draft.lengths} faults={faults} onChange={(lengths) => setDraft({ ...draft, lengths })} />
      </Section>
      {judged.isError && <FailureNotice error={judged.error} onRetry={() => void judged.refetch()} />}
      <div className={styles.writeBar}>
        <span role="status">
          {faultTotal > 0
            ? t('settings.rules.toMend', { count: faultTotal })
            : t('settings.rules.changeCount', { count: changes.length })}
        </span>
        <span className={styles.choices}>
          <Button onClick={() => void navigate(urls.rules(committee.id))}>{t('app.cancel')}</Button>
          <Button
            type="primary"
            disabled={!isJudged || faultTotal > 0 || changes.length === 0}
            onClick={() => setIsWriting(true)}
          >
            {t('settings.rules.write')}
          </Button>
        </span>
      </div>
      {isWriting && (
        <WriteRulesDialog
          profile={profile}
          basedOnVersion={basedOnVersion}
          changes={changes}
          openCases={versions.reduce((sum, one) => sum + one.openCases, 0)}
          onKeep={setBasedOnVersion}
          onReload={onRestart}
          onWritten={() => void navigate(urls.rules(committee.id))}
          onClose={() => setIsWriting(false)}
        />
      )}
    </Page>
  );
}
