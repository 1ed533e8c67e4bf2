/** How many schools use it in each region, at the year looked at: twenty marks a plan, as for the outcomes of the whole. */
import { fill } from '../../words/index.ts';
import type { Cell, Chart } from '../charts/chart.ts';
import { DotPlot, heightOf } from '../charts/dotplot.tsx';
import { Figure } from '../charts/figure.tsx';
import { type Measured, measured, written } from '../charts/figures.ts';
import { HowToRead } from '../charts/outcomes.tsx';
import { useSize } from '../charts/size.ts';
import { wholeYear } from '../charts/yearline.tsx';
import { count, text, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { regionMetric } from '../state/outcomes.ts';
import { panelText } from '../state/paneltext.ts';
import { rowAt } from '../state/rows.ts';
import { futures, ground, planIds } from '../state/store.ts';
import './regions.css';

/** Schools in use of a hundred, as spread is measured everywhere. */
const SHARE = { axis: [0, 100], scale: 100, unit: 'share' } as const;

interface Region {
  readonly name: string;
  readonly schools: number;
  readonly of: readonly Measured[];
}

function regionsNow(): readonly Region[] {
  const { regionNames, districtRegion, district } = ground.value;
  const schools = new Int32Array(regionNames.length);
  for (const d of district) schools[districtRegion[d]]++;
  // Futures of the schools that were left do not know these regions.
  const known = planIds.value.filter((id) => futures[id].value.runs[0]?.columns[regionMetric(0)]);
  return regionNames.map((name, r) => ({
    name,
    schools: schools[r],
    of: known.map((id) =>
      measured(id, futures[id].value.runs, { ...SHARE, metric: regionMetric(r) }, rowAt(id, wholeYear.value)),
    ),
  }));
}

/** Nothing where the schools are not divided, or into more than can be told apart. */
export function Regions() {
  const regions = regionsNow();
  const words = panelText.value.schools.regions;
  if (regions.length < 2 || regions[0].of.length === 0) return null;
  const title = fill(words.title, { year: whole(wholeYear.value) });
  return (
    <Figure
      class="regions"
      parts
      title={title}
      caption={<h3>{title}</h3>}
      summary={title}
      table={() => tableOf(regions)}
      name="regions"
      svg={
        <>
          <HowToRead />
          <div class="regions-rows">
            {regions.map((region) => (
              <RegionRow key={region.name} region={region} />
            ))}
          </div>
        </>
      }
    />
  );
}

function RegionRow({ region: { name, schools, of } }: { readonly region: Region }) {
  const height = heightOf(planIds.value.length);
  const [room, size] = useSize<HTMLDivElement>({ width: 298, height });
  return (
    <section>
      <h4 class="chart-said">
        {name} <small>{count(panelText.value.systems.schools, schools)}</small>
      </h4>
      <div ref={room} style={{ height: `${height}px` }}>
        <div role="img" aria-label={of.map(heard).join(' ')}>
          <DotPlot
            width={size.value.width}
            height={height}
            axis={SHARE.axis}
            plots={of.map(({ plan, dots, median }) => ({ plan, dots, median: written(SHARE, median) }))}
            tickText={whole}
            threshold={null}
          />
        </div>
      </div>
    </section>
  );
}

const heard = ({ plan, median, low, high }: Measured): string =>
  fill(text.value.charts.outcomes.ofPlan, {
    plan: plan.toUpperCase(),
    median: written(SHARE, median),
    low: written(SHARE, low),
    high: written(SHARE, high),
  });

function tableOf(regions: readonly Region[]): Chart {
  const { columns } = panelText.value.schools.regions;
  const names = text.value.charts.outcomes.columns;
  return {
    columns: [
      { name: columns.region },
      { name: columns.schools },
      { name: names.plan },
      { name: names.median, digits: 1 },
      { name: names.low, digits: 1 },
      { name: names.high, digits: 1 },
      { name: names.futures },
    ],
    rows: regions.flatMap(({ name, schools, of }) =>
      of.map(({ plan, median, low, high, n }): Cell[] => [name, schools, planName(plan), median, low, high, n]),
    ),
  };
}
