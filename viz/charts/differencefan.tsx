/** A minus B within the same futures: the spread of what the plans make, with what luck makes taken away. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Band } from '../../sim/index.ts';
import { fill, inHundred } from '../../words/index.ts';
import { Words } from '../parts/words.tsx';
import { text, whole } from '../state/language.ts';
import { rowAt } from '../state/rows.ts';
import { dragging, futures } from '../state/store.ts';
import { differenceBandsOf, pairsOf } from './bands.ts';
import { type Difference, differenceTable } from './differencetable.ts';
import './fan.css';
import { Figure } from './figure.tsx';
import { FIRST_SIZE, Frame, type Ground, groundFor } from './frame.tsx';
import { apart } from './geometry.ts';
import { useSize } from './size.ts';
import { Bands, Hatch, isFew, type Role, Rough, series } from './spread.tsx';
import { wholeYear, YearDrawn, YearHandle } from './yearline.tsx';

const AXIS = [-1, 1] as const;
const NAMED = [-1, -0.5, 0, 0.5, 1] as const;
/** A difference in the middle future of less than 2 in 100 has no direction. */
const SAME = 0.02;

/** The direction of A minus B. */
const directionOf = ({ median }: Band): 'more' | 'fewer' | 'same' =>
  Math.abs(median) < SAME ? 'same' : median > 0 ? 'more' : 'fewer';

const signed = (n: number): string => `${n > 0 ? '+' : n < 0 ? '−' : ''}${whole(Math.abs(n))}`;
const signedShare = (share: number): string => signed(inHundred(share));

export function DifferenceFan() {
  const [room, size] = useSize<HTMLDivElement>(FIRST_SIZE);
  const difference = useComputed(differenceNow);
  const ground = useComputed(() => {
    const { years } = difference.value ?? { years: [1] };
    return groundFor(size.value, years[years.length - 1], AXIS);
  });
  const id = useId();
  const words = text.value.charts;
  if (!difference.value) return <p class="fan fan-waiting">{words.difference.none}</p>;
  const now = difference.value;
  return (
    <Figure
      class="fan"
      title={words.difference.title}
      caption={<Caption of={now} />}
      summary={fill(words.difference.summary, {
        ...said(now),
        n: now.futures,
        reach: labelOf(now, 'uses'),
        depth: labelOf(now, 'well'),
      })}
      table={() => differenceTable(now, text.value)}
      name={words.difference.title}
      svg={
        <div ref={room} class="fan-room">
          <Frame
            ground={ground.value}
            shares={NAMED}
            shareText={signedShare}
            moving={<YearDrawn ground={ground.value} followed={[]} seen={`${id}-seen`} />}
          >
            <Differences of={now} ground={ground} id={id} />
          </Frame>
        </div>
      }
    >
      <YearHandle ground={ground.value} plan="a" label={words.timeline.knob} />
    </Figure>
  );
}

function differenceNow(): Difference | null {
  const pairs = pairsOf(futures.a.value.runs, futures.b.value.runs);
  if (pairs.a.length === 0) return null;
  const [uses, well] = series.map(({ metric }) => differenceBandsOf(pairs, metric));
  return { years: pairs.a[0].years.subarray(0, uses.length), futures: pairs.a.length, bands: { uses, well } };
}

function Differences({
  of: { bands, years, futures: known },
  ground: { value: ground },
  id,
}: {
  readonly of: Difference;
  readonly ground: ReadonlySignal<Ground>;
  readonly id: string;
}) {
  const { x, y } = ground;
  const row = Math.round(0.97 * (years.length - 1));
  const ends = series.map(({ role }) => ({ role, at: y(bands[role][row].median) + 4 })).sort((a, b) => a.at - b.at);
  const rough = isFew(known) || dragging.value;
  const heights = apart(ends[0].at, ends[1].at, 20, y.range()[0] - 5);
  return (
    <>
      {series.map(({ role }) => (
        <Bands
          key={role}
          role={role}
          bands={bands[role]}
          years={years}
          ground={ground}
          edge={rough ? `${id}-${role}` : undefined}
        />
      ))}
      {rough && series.map(({ role }) => <Hatch key={role} id={`${id}-${role}`} of={role} />)}
      {rough && <Rough ground={ground} />}
      <path class="fan-zero" d={`M${x.range()[0]},${y(0)}H${x.range()[1]}`} />
      {ends.map(({ role }, i) => (
        <text key={role} class={`chart-label fan-label fan-${role}`} x={x.range()[1] - 6} y={heights[i]} text-anchor="end">
          {text.value.charts.difference[role][directionOf(bands[role][bands[role].length - 1])]}
        </text>
      ))}
    </>
  );
}

/** The same words at the year looked at. */
function labelOf({ bands }: Difference, role: Role): string {
  return text.value.charts.difference[role][directionOf(bandNow(bands[role]))];
}

const bandNow = (bands: readonly Band[]): Band => bands[Math.min(bands.length - 1, rowAt('a', wholeYear.value))];

function said({ bands }: Difference): Readonly<Record<string, string>> {
  const entries = series.flatMap(({ role }) => {
    const { median, low, high } = bandNow(bands[role]);
    return [
      [role, signedShare(median)],
      [`${role}Low`, signedShare(low)],
      [`${role}High`, signedShare(high)],
    ];
  });
  return { ...Object.fromEntries(entries), year: whole(wholeYear.value) };
}

const Caption = ({ of }: { readonly of: Difference }) => (
  <>
    {text.value.charts.difference.title}
    <br />
    <Words
      message={text.value.charts.difference.interval}
      with={said(of)}
      as={{
        uses: (part) => <span class="fan-said fan-uses">{part}</span>,
        well: (part) => <span class="fan-said fan-well">{part}</span>,
      }}
    />
  </>
);
