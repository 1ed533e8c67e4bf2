/** Every school of the map as a row: the table behind the map, and the map as a file. */
import { fill, schoolName } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Numbers } from '../charts/numbers.tsx';
import { coloursOf } from '../map/colours.ts';
import { mapSvg } from '../map/export.ts';
import { recordOf, stateWords } from '../map/map.tsx';
import { forcedColours } from '../map/media.ts';
import { rowsOf, stateAt } from '../map/states.ts';
import { thresholds } from '../map/thresholds.ts';
import { Panel } from '../parts/panel.tsx';
import { whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { panelText } from '../state/paneltext.ts';
import type { PlanId } from '../state/plan.ts';
import { rowAt } from '../state/rows.ts';
import { ground, panel, theme, year } from '../state/store.ts';
import { Regions } from './regions.tsx';
import './schools.css';

/** Pixels of the picture in a file. */
const SIZE = { width: 960, height: 640 } as const;
/** Rows that a page can hold; the file has all of them. */
const MOST = 2500;

export function Schools() {
  const words = panelText.value.schools;
  const open = panel.value;
  if (open?.kind !== 'schools') return null;
  const { plan } = open;
  const when = { plan: planName(plan), year: whole(Math.floor(year.value)) };
  const table = tableOf(plan);
  return (
    <Panel kind="schools" title={fill(words.title, when)}>
      <Regions />
      {table.rows.length > MOST && <p>{fill(words.many, { shown: whole(MOST), all: whole(table.rows.length) })}</p>}
      <Numbers
        title={fill(words.title, when)}
        chart={table}
        most={MOST}
        name="map"
        picture={async () => picture(plan, fill(words.title, when))}
      />
    </Panel>
  );
}

function tableOf(plan: PlanId): Chart {
  const { columns, regions } = panelText.value.schools;
  const { schoolNames, districtNames, regionNames, districtRegion, district, pupils, posts, schoolCount } = ground.value;
  const isDivided = regionNames.length > 1;
  const record = recordOf(plan);
  const row = rowNow(plan);
  const share = (bytes: Uint8Array, s: number): number => Math.round((100 * bytes[row * record.schools + s]) / 255);
  return {
    columns: [
      { name: columns.school },
      { name: columns.district },
      ...(isDivided ? [{ name: regions.columns.region }] : []),
      { name: columns.pupils },
      { name: columns.teachers },
      { name: columns.state },
      { name: columns.use },
      { name: columns.well },
    ],
    rows: Array.from({ length: schoolCount }, (_, s) => [
      schoolName(s, schoolNames),
      districtNames[district[s]],
      ...(isDivided ? [regionNames[districtRegion[district[s]]]] : []),
      Math.round(pupils[s]),
      posts[s],
      stateWords(stateAt(record, s, row, thresholds)),
      share(record.use, s),
      share(record.well, s),
    ]),
  };
}

const rowNow = (plan: PlanId): number => Math.max(0, Math.min(rowAt(plan, year.value), rowsOf(recordOf(plan)) - 1));

function picture(plan: PlanId, label: string): string {
  const moment = { record: recordOf(plan), row: rowNow(plan), part: 1, flight: 0, thresholds };
  return mapSvg({ ground: ground.value, moment, colours: coloursOf(theme.value, forcedColours.value), label, ...SIZE });
}
