import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router';
import { Button, Switch } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchBar } from '../../components/batch-bar';
import { EmptyState } from '../../components/empty-state';
import { ExportButton } from '../../components/export-button';
import { LightChip } from '../../components/light-chip';
import { ListFoot } from '../../components/list-foot';
import { Page, Section } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { api, type Board, client, type LateTask } from '../../lib/api';
import { useHere, useReach } from '../../lib/here';
import { type BoardSearch, urls } from '../../lib/urls';
import { useDates } from '../../lib/use-dates';
import { useLights } from '../../lib/use-lights';
import styles from './board.module.css';
import { BoardParts } from './board-parts';
import { useLateColumns } from './late-columns';
import { LateList } from './late-list';
import { PausedList } from './paused-list';
import { SupervisionViews } from './supervision-views';
import { useMayIssueSlip } from './use-may-issue-slip';

// Their forms are loaded when they are first asked for: a board is read far oftener than it is acted on.
const HoldDialog = lazy(() =>
  import('../../components/hold-dialog').then((dialog) => ({ default: dialog.HoldDialog })),
);
const SlipDialog = lazy(() =>
  import('../../components/slip-dialog').then((dialog) => ({ default: dialog.SlipDialog })),
);
const UrgeDialog = lazy(() =>
  import('../../components/urge-dialog').then((dialog) => ({ default: dialog.UrgeDialog })),
);

const EVERY_HALF_MINUTE = 30_000;
const PAGE_SIZE = 50;

const route = getRouteApi('/signed-in/c/$committeeId/supervision');

/** 督办: what is late, who holds it, since when, what was done about it, what comes next. */
export function BoardPage() {
  const { t } = useTranslation();
  const dates = useDates();
  const { committee } = useHere();
  const { hasBelow } = useReach();
  // A county answers for its townships: their late duties are left out only when asked for.
  const search = route.useSearch();
  const { below, by, part, page = 1 } = search;
  const seesBelow = hasBelow && below !== false;
  const input = { committeeId: committee.id, below: seesBelow ? 'true' : 'false', by, part } as const;
  const columns = useLateColumns();
  const query = useQuery(
    api.supervision.board.queryOptions({
      input: { ...input, page, pageSize: PAGE_SIZE },
      placeholderData: keepPreviousData,
      // People wait for each other here: what somebody else has just done is to be seen without asking for it.
      refetchInterval: EVERY_HALF_MINUTE,
    }),
  );
  return (
    <Page
      title={t('supervision.title')}
      lead={
        query.data === undefined
          ? undefined
          : `${committee.name} · ${t('supervision.asOf', { date: dates.day(query.data.asOf) })}`
      }
      actions={
        <>
          {hasBelow && <BelowSwitch isOn={seesBelow} search={search} />}
          <SupervisionViews view="board" />
          {query.data !== undefined && query.data.listedCount > 0 && (
            <ExportButton
              name={`${committee.name}${t('supervision.title')}${committee.today}`}
              columns={columns}
              readPage={async (wanted, pageSize) => {
                const { late, listedCount } = await client.supervision.board({ ...input, page: wanted, pageSize });
                return { rows: late, total: listedCount };
              }}
            />
          )}
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      <QueryView query={query} rows={8}>
        {/* What is selected is selected on this page. */}
        {(board) => <BoardView key={`${by} ${part} ${page}`} board={board} search={search} hasBelow={seesBelow} />}
      </QueryView>
    </Page>
  );
}

function BelowSwitch({ isOn, search: { by } }: { isOn: boolean; search: BoardSearch }) {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const { committee } = useHere();
  return (
    <span className={styles.below}>
      <Switch
        id={id}
        checked={isOn}
        onChange={(next) =>
          void navigate({
            ...urls.supervision(committee.id),
            search: next ? { by } : { below: false, by: by === 'committee' ? undefined : by },
            replace: true,
          })
        }
      />
      <label htmlFor={id}>{t('supervision.below')}</label>
    </span>
  );
}

function BoardView({ board, search, hasBelow }: { board: Board; search: BoardSearch; hasBelow: boolean }) {
  const { t } = useTranslation();
  const { near } = useLights();
  const { committee } = useHere();
  const navigate = useNavigate();
  const { page = 1 } = search;
  const toPage = (next: number) => ({ ...urls.supervision(committee.id), search: { ...search, page: next } });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [urged, setUrged] = useState<readonly LateTask[] | null>(null);
  const [slipped, setSlipped] = useState<readonly LateTask[] | null>(null);
  const mayIssue = useMayIssueSlip();
  const [paused, setPaused] = useState<LateTask | null>(null);
  // What was selected may have been done in the meantime.
  const late = board.lateCount;
  const chosen = board.late.filter(({ id }) => selected.has(id));
  const demandable = chosen.filter(mayIssue);
  // The page that was asked for has been worked off.
  if (board.late.length === 0 && board.listedCount > 0 && page > 1) {
    return <Navigate {...toPage(Math.ceil(board.listedCount / PAGE_SIZE))} replace />;
  }
  return (
    <>
      <ul className={styles.lights} aria-label={t('supervision.lights')}>
        {board.lights
          .filter(({ count }) => count > 0)
          .map((light) => (
            <li key={`${light.meaning} ${light.colour}`}>
              <LightChip light={light} count={light.count} />
            </li>
          ))}
      </ul>
      {board.lights.some(({ meaning, count }) => meaning === 'cancelled' && count > 0) && (
        <p className={`${styles.cancelled} not-printed`}>
          {t('supervision.cancelledText')}{' '}
          <Link {...urls.tasks(committee.id, { whose: 'committee', status: 'cancelled' })}>
            {t('supervision.seeCancelled')}
          </Link>
        </p>
      )}
      <Section title={late === 0 ? undefined : t('supervision.late', { count: late })} flush>
        {late > 0 && <BoardParts board={board} search={search} hasBelow={hasBelow} />}
        {board.late.length === 0 ? (
          <EmptyState title={t('supervision.none')} text={t('supervision.noneText')}>
            <Link {...urls.tasks(committee.id, near === null ? {} : { light: near })}>{t('supervision.seeTasks')}</Link>
          </EmptyState>
        ) : (
          <>
            <LateList
              late={board.late}
              selected={selected}
              onSelect={setSelected}
              onUrge={(task) => setUrged([task])}
              onSlip={(task) => setSlipped([task])}
              onHold={setPaused}
            />
            {board.listedCount > PAGE_SIZE && (
              <ListFoot
                label={t('task.total', { count: board.listedCount })}
                total={board.listedCount}
                page={page}
                pageSize={PAGE_SIZE}
                onPage={(next) => void navigate(toPage(next))}
              />
            )}
          </>
        )}
      </Section>
      {board.paused.length > 0 && (
        <Section
          title={t('supervision.pausedList', { count: board.paused.length })}
          note={t('supervision.pausedText')}
          flush
        >
          <PausedList paused={board.paused} />
        </Section>
      )}
      <BatchBar label={t('supervision.urge')} count={chosen.length} onClear={() => setSelected(new Set())}>
        {demandable.length > 0 && (
          <Button onClick={() => setSlipped(demandable)}>
            {t('supervision.slipSelected', { count: demandable.length })}
          </Button>
        )}
        <Button type="primary" onClick={() => setUrged(chosen)}>
          {t('supervision.urgeSelected', { count: chosen.length })}
        </Button>
      </BatchBar>
      <Suspense fallback={null}>
        {slipped !== null && (
          <SlipDialog
            tasks={slipped}
            onClose={(hasIssued) => {
              setSlipped(null);
              if (hasIssued) setSelected(new Set());
            }}
          />
        )}
        {paused !== null && <HoldDialog task={paused} onClose={() => setPaused(null)} />}
        {urged !== null && (
          <UrgeDialog
            tasks={urged}
            onClose={(hasSent) => {
              setUrged(null);
              if (hasSent) setSelected(new Set());
            }}
          />
        )}
      </Suspense>
    </>
  );
}
