/** The future on the map as a picture for paper: always in light colours, whatever the page wears. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Colours, coloursOf } from '../../map/colours.ts';
import { mapSvg } from '../../map/export.ts';
import { recordOf } from '../../map/map.tsx';
import { countsOf, rowsOf, statesAt } from '../../map/states.ts';
import { thresholds } from '../../map/thresholds.ts';
import { filled, whole } from '../../state/language.ts';
import { planName } from '../../state/names.ts';
import { panelText } from '../../state/paneltext.ts';
import type { PlanId } from '../../state/plan.ts';
import { future, ground, theme } from '../../state/store.ts';

const SIZE = { width: 480, height: 350 } as const;

interface BriefMapProps {
  readonly plan: PlanId;
  readonly row: number;
  readonly year: number;
}

/** Schools beyond which a picture of every one would weigh more than the rest of the page. */
const MOST = 5000;

/** Nothing for systems of very many schools. */
export function BriefMap({ plan, row, year }: BriefMapProps) {
  const place = useRef<HTMLDivElement>(null);
  const colours = useSignal<Colours | null>(null);
  useLayoutEffect(() => {
    colours.value = coloursAt(place.current!);
  }, []);
  const record = recordOf(plan);
  if (record.schools > MOST) return null;
  const at = Math.max(0, Math.min(row, rowsOf(record) - 1));
  const label = labelOf(plan, at, year);
  const moment = { record, row: at, part: 1, flight: 0, thresholds };
  return (
    <div ref={place} class="brief-map">
      {colours.value && (
        <img
          alt={label}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(mapSvg({ ground: ground.value, moment, colours: colours.value, label, ...SIZE }))}`}
        />
      )}
    </div>
  );
}

/** The map's colours as the style sheet gives them where an element stands, on white paper. */
function coloursAt(element: Element): Colours {
  const style = getComputedStyle(element);
  const names = Object.keys(coloursOf(theme.value, false)).filter((name) => name !== 'font');
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ...Object.fromEntries(names.map((name) => [name, read(name)])),
    paper: read('surface'),
    font: read('font-ui'),
  } as Colours;
}

function labelOf(plan: PlanId, row: number, year: number): string {
  const counts = countsOf(statesAt(recordOf(plan), row, thresholds));
  const { schoolCount } = ground.value;
  return filled(panelText.value.brief.map, {
    plan: planName(plan),
    year: whole(year),
    all: whole(schoolCount),
    uses: whole(counts.using),
    well: whole(counts.well),
    future: whole(future.value + 1),
  });
}
