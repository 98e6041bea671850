import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type CaseView } from '../lib/api';
import { useWords } from '../lib/use-words';
import styles from './case-diagram.module.css';
import { type DrawnWay, drawWorkflow } from './draw-workflow';
import { QueryView } from './query-view';

/** The way of a case from its first state to its ends, with the present state marked; in words below the picture. */
export function CaseDiagram({ committeeId, view }: { committeeId: string; view: CaseView }) {
  const query = useQuery(
    api.workflow.definition.queryOptions({
      input: { committeeId, name: view.definition },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  return (
    <QueryView query={query} rows={2}>
      {(graph) => <Drawing view={view} drawn={drawWorkflow(graph, view.state)} />}
    </QueryView>
  );
}

function Drawing({ view, drawn }: { view: CaseView; drawn: ReturnType<typeof drawWorkflow> }) {
  const { t } = useTranslation();
  const words = useWords();
  const arrow = useId();
  const nameOf = (state: string) => words.state(view.definition, state);
  const said = (way: DrawnWay) => way.events.map((event) => words.event(view.definition, event)).join(t('app.comma'));
  const next = drawn.ways.filter(({ from }) => from === view.state);
  return (
    <figure className={styles.figure}>
      <div
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture scrolls inside its sheet, also by keyboard
        tabIndex={0}
        role="img"
        aria-label={t('workflow.diagram', { state: nameOf(view.state) })}
      >
        <svg
          width={drawn.width}
          height={drawn.height}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          aria-hidden="true"
        >
          <defs>
            <marker
              id={arrow}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerUnits="userSpaceOnUse"
              markerWidth="9"
              markerHeight="9"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" className={styles.head} />
            </marker>
          </defs>
          {drawn.ways.map((way) => (
            <path
              key={`${way.from} ${way.to}`}
              d={way.path}
              className={way.from === view.state ? styles.next : styles.way}
              markerEnd={`url(#${arrow})`}
            />
          ))}
          {drawn.states.map(({ name, isFinal, x, y, width, height }) => (
            <g key={name} className={name === view.state ? styles.present : styles.state}>
              <rect x={x} y={y} width={width} height={height} rx={isFinal ? height / 2 : 6} />
              <text x={x + width / 2} y={y + height / 2 + 5}>
                {nameOf(name)}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <figcaption className={styles.caption}>
        {t('workflow.presently', { state: nameOf(view.state) })}
        {next.length > 0 &&
          ` ${t('workflow.nextWays', {
            ways: next.map((way) => `${said(way)} → ${nameOf(way.to)}`).join(t('app.comma')),
          })}`}
      </figcaption>
    </figure>
  );
}
