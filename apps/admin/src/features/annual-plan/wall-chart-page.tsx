import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { PageQueryView } from '../../components/query-view';
import { api, type Drawing } from '../../lib/api';
import { useHere } from '../../lib/here';
import { urls } from '../../lib/urls';
import { DownloadButton } from './download-button';
import styles from './wall-chart.module.css';

const route = getRouteApi('/signed-in/c/$committeeId/plans/$planId/wall-chart');
const sizes = ['a3', 'a4'] as const;

/** The year on one sheet, as it will be printed. */
export function WallChartPage() {
  const { t } = useTranslation();
  const { planId } = route.useParams();
  const { committee } = useHere();
  const [size, setSize] = useState<(typeof sizes)[number]>('a3');
  const query = useQuery(api.planPaper.wallChart.queryOptions({ input: { committeeId: committee.id, planId } }));
  const title = t('planPapers.wallChart.title');
  return (
    <PageQueryView title={title} query={query}>
      {(drawing) => (
        <Page
          title={title}
          above={<Link {...urls.papers(committee.id, planId)}>{t('planPapers.title')}</Link>}
          lead={t('planPapers.wallChart.lead')}
          isHeaderPrinted={false}
          actions={
            <>
              <Segmented
                aria-label={t('planPapers.wallChart.size')}
                value={size}
                options={sizes.map((value) => ({ value, label: value.toUpperCase() }))}
                onChange={setSize}
              />
              <DownloadButton
                name={`${title} ${size.toUpperCase()}`}
                order={{ planId, document: `wall-chart-${size}` }}
                label={t('planPapers.wallChart.pdf')}
              />
              <Button type="primary" onClick={() => window.print()}>
                {t('planPapers.print')}
              </Button>
            </>
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than the screen is pushed by the keyboard, too. */}
          <section className={size === 'a3' ? styles.a3 : styles.a4} tabIndex={0} aria-label={title}>
            <Sheet drawing={drawing} label={title} />
          </section>
        </Page>
      )}
    </PageQueryView>
  );
}

/** A drawing of the server's, as it stands on paper: white in every theme. */
function Sheet({ drawing, label }: { drawing: Drawing; label: string }) {
  const { width, height, shapes } = drawing;
  return (
    <svg className={styles.sheet} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect width={width} height={height} fill="#ffffff" />
      {shapes.map((shape, index) =>
        shape.kind === 'area' ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is replaced as a whole, never reordered
            key={index}
            x={shape.x}
            y={shape.y}
            width={shape.width}
            height={shape.height}
            fill={shape.fill ?? 'none'}
            stroke={shape.line ?? 'none'}
            strokeWidth="0.18"
          />
        ) : (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is replaced as a whole, never reordered
            key={index}
            x={shape.x}
            y={shape.y}
            fontSize={shape.size}
            fontWeight={shape.isBold ? 700 : 400}
            fill={shape.colour}
          >
            {shape.text}
          </text>
        ),
      )}
    </svg>
  );
}
