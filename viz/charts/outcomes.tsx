/** What came of the plans at the year looked at: for each outcome twenty marks a plan, the middle, and who is ahead how often. */
import { useComputed, useSignal } from '@preact/signals';
import { fill } from '../../words/index.ts';
import { count, text, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { outcomes } from '../state/outcomes.ts';
import { rowAt } from '../state/rows.ts';
import { comparing, futures, planIds } from '../state/store.ts';
import { pairsOf } from './bands.ts';
import { DotPlot, heightOf, plotOf } from './dotplot.tsx';
import { binWidth, edgeNear } from './dots.ts';
import { Figure } from './figure.tsx';
import { measured, type Row, written, writtenShort } from './figures.ts';
import './outcomes.css';
import { outcomeTable } from './outcometable.ts';
import { counted, heard, winText } from './outcometext.ts';
import { useSize } from './size.ts';
import { Slide } from './slide.tsx';
import { winAt } from './wins.ts';
import { wholeYear } from './yearline.tsx';

function rowsNow(): readonly Row[] {
  const known = planIds.value.filter((id) => futures[id].value.runs.length > 0);
  const pairs = known.length > 1 ? pairsOf(futures.a.value.runs, futures.b.value.runs) : null;
  return outcomes.map((outcome) => ({
    outcome,
    of: known.map((id) => measured(id, futures[id].value.runs, outcome, rowAt(id, wholeYear.value))),
    win: pairs && winAt(pairs, outcome, rowAt('a', wholeYear.value)),
  }));
}

export function Outcomes() {
  const rows = useComputed(rowsNow);
  const words = text.value.charts.outcomes;
  const futureCount = Math.min(...rows.value[0].of.map(({ all }) => all));
  const title = count(words.title, futureCount, { year: wholeYear.value });
  return (
    <Figure
      class="outcomes"
      parts
      title={title}
      caption={<h2>{title}</h2>}
      summary={title}
      table={() => outcomeTable(rows.value, text.value, planName)}
      name={planIds.value.map(planName).join(' ')}
      svg={
        <>
          <HowToRead />
          {rows.value.map((row) => (
            <OutcomeRow key={row.outcome.name} row={row} />
          ))}
        </>
      }
    />
  );
}

/** What a mark is, and which are whose. */
export function HowToRead() {
  const { mark, above, below } = text.value.charts.outcomes;
  return (
    <p class="outcomes-how">
      <span class="chart-said">{mark}</span>{' '}
      {comparing.value && (
        <>
          <span class="chart-said outcomes-a">● {above}</span> <span class="chart-said outcomes-b">◆ {below}</span>
        </>
      )}
    </p>
  );
}

function OutcomeRow({ row }: { readonly row: Row }) {
  const { outcome, of } = row;
  const height = heightOf(planIds.value.length);
  const [room, size] = useSize<HTMLDivElement>({ width: 298, height });
  const threshold = useSignal<number | null>(null);
  const names = text.value.charts.outcomes.names[outcome.name];
  const { width } = size.value;
  return (
    <section class="outcome">
      <h3 class="chart-said" title={names.term}>
        {names.name} <small>{names.sub}</small>
      </h3>
      <p class="outcome-win chart-said">{threshold.value === null ? <WinText row={row} /> : counted(row, threshold.value)}</p>
      <div ref={room} class="outcome-room" style={{ height: `${height}px` }}>
        {of.every(({ n }) => n === 0) ? (
          <p class="outcome-empty">{text.value.charts.outcomes.empty}</p>
        ) : (
          <>
            <div role="img" aria-label={heard(row)}>
              <DotPlot
                width={width}
                height={height}
                axis={outcome.axis}
                plots={of.map(({ plan, dots, median }) => ({ plan, dots, median: written(outcome, median) }))}
                tickText={(value) => writtenShort(outcome, value)}
                threshold={threshold.value}
              />
            </div>
            <Threshold row={row} width={width} value={threshold.value} set={(to) => (threshold.value = to)} />
          </>
        )}
      </div>
    </section>
  );
}

/** Who is ahead in how many futures; with one plan, the range of nine in ten. */
function WinText({ row: { outcome, of, win } }: { readonly row: Row }) {
  const words = text.value.charts.outcomes;
  const part = of.find(({ n, all }) => n > 0 && n < all);
  if (part && !win) return fill(words.part, { n: whole(part.n), all: whole(part.all) });
  if (of.length === 1)
    return of[0].n > 0 ? fill(words.range, { low: written(outcome, of[0].low), high: written(outcome, of[0].high) }) : null;
  return win && <span title={words.grades[win.words]}>{winText(outcome, win)}</span>;
}

interface ThresholdProps {
  readonly row: Row;
  readonly width: number;
  readonly value: number | null;
  readonly set: (value: number | null) => void;
}

/** Drag across the marks, or use the arrow keys, to count those beyond; Escape, Delete or a double click puts it away. */
function Threshold({ row, width, value, set }: ThresholdProps) {
  const words = text.value.charts.outcomes;
  const { axis, name } = row.outcome;
  const { left, right } = plotOf(width);
  const step = binWidth(axis);
  const away = (): void => set(null);
  return (
    <Slide
      class="outcome-threshold"
      box={{ left: `${left}px`, width: `${right - left}px`, top: '0', bottom: '0' }}
      label={fill(words.threshold, { name: words.names[name].name })}
      min={axis[0]}
      max={axis[1]}
      value={value ?? (axis[0] + axis[1]) / 2}
      valueText={value === null ? words.unset : counted(row, value)}
      step={step}
      page={4 * step}
      near={(at) => edgeNear(at, axis)}
      to={(at) => set(edgeNear(at, axis))}
      clear={away}
      away={away}
    />
  );
}
