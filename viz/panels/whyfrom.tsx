/** Who it learned from: the school, the schools its educators saw it at, and those around. */
import type { Results } from '../../sim/index.ts';
import { fill, howOf, yearOf } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { useSize } from '../charts/size.ts';
import { landOf } from '../map/land.ts';
import { recordOf } from '../map/map.tsx';
import { stateAt } from '../map/states.ts';
import { thresholds } from '../map/thresholds.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import type { PlanId } from '../state/plan.ts';
import { rowAt } from '../state/rows.ts';
import { ground } from '../state/store.ts';
import { type Source, sourcesOf } from './whyfacts.ts';
import { SchoolMark } from './whyglyph.tsx';
import { nameOfSchool } from './whyname.ts';
import { type Nearby, nearbyOf } from './whynear.ts';

const HEIGHT = 230;
/** Sources beyond these are in the table only. */
const MOST = 8;

interface FromProps {
  readonly id: PlanId;
  readonly school: number;
  readonly told: Results;
  readonly at: number;
}

export function LearnedFrom({ id, school, told, at }: FromProps) {
  const words = panelText.value.why.from;
  const [place, size] = useSize<HTMLDivElement>({ width: 512, height: HEIGHT });
  const sources = sourcesOf(told.story ?? [], at);
  const shown = sources.slice(0, MOST);
  const nearby = nearbyOf(
    ground.value,
    school,
    shown.map(({ school: s }) => s),
    size.value.width,
    HEIGHT,
  );
  return (
    <div ref={place} class="why-from">
      <Figure
        name={nameOfSchool(school)}
        title={words.title}
        summary={summaryOf(school, sources, at)}
        table={() => tableOf(sources)}
        caption={
          <>
            <strong>{words.title}</strong> <small>{noteOf(school, told, at)}</small>
          </>
        }
        svg={
          <svg
            class="why-near"
            width={size.value.width}
            height={HEIGHT}
            viewBox={`0 0 ${size.value.width} ${HEIGHT}`}
            aria-hidden="true"
          >
            <Around id={id} nearby={nearby} sources={shown} began={beganElsewhere(told, at)} at={at} width={size.value.width} />
          </svg>
        }
      />
    </div>
  );
}

const firstOf = (told: Results, at: number) => (told.story ?? []).find(({ kind, year }) => kind === 'adopted' && year <= at);

/** The school at which the first to begin had seen it; -1 where no other school tipped them. */
function beganElsewhere(told: Results, at: number): number {
  const first = firstOf(told, at);
  return first?.source !== undefined && first.source !== first.school ? first.source : -1;
}

function noteOf(school: number, told: Results, at: number): string {
  const words = panelText.value.why.from;
  const first = firstOf(told, at);
  if (!first) return fill(words.nobody, { year: whole(at) });
  if (beganElsewhere(told, at) >= 0) return words.visit;
  const names = { name: nameOfSchool(school), posts: 0, nameOf: nameOfSchool };
  return fill(words.none, { how: howOf(first, names, panelText.value.why) });
}

interface AroundProps {
  readonly id: PlanId;
  readonly nearby: Nearby;
  readonly sources: readonly Source[];
  /** The school of the thick line, or -1. */
  readonly began: number;
  readonly at: number;
  readonly width: number;
}

function Around({ id, nearby: { schools, ties }, sources, began, at, width }: AroundProps) {
  const record = recordOf(id);
  const { width: widths } = landOf(ground.value);
  const row = rowAt(id, at);
  const [here] = schools;
  return (
    <>
      {ties.map(([a, b]) => (
        <path key={`${a} ${b}`} class="why-tie" d={`M${schools[a].x},${schools[a].y}L${schools[b].x},${schools[b].y}`} />
      ))}
      {sources.map(({ school }, i) => (
        <path key={school} class={school === began ? 'why-visit' : 'why-seen'} d={bowed(schools[i + 1], here)} />
      ))}
      {schools.map(({ school, x, y }) => (
        <SchoolMark
          key={school}
          state={stateAt(record, school, row, thresholds)}
          x={x}
          y={y}
          r={Math.min(14, 8 * widths[school])}
        />
      ))}
      <circle class="why-here" cx={here.x} cy={here.y} r={Math.min(14, 8 * widths[here.school]) + 8} />
      <Name
        x={here.x}
        y={here.y}
        below={isAbove(schools.slice(1, sources.length + 1), here)}
        label={nameOfSchool(here.school)}
        width={width}
      />
      {sources.map(
        ({ school, first }, i) =>
          school === began && (
            <Name
              key={school}
              x={schools[i + 1].x}
              y={schools[i + 1].y}
              width={width}
              below={schools[i + 1].y > here.y}
              label={`${nameOfSchool(school)}, ${fill(panelText.value.why.from.year, { year: whole(yearOf(first)) })}`}
            />
          ),
      )}
    </>
  );
}

/** Whether most of some places lie above another, so that words have room below it. */
const isAbove = (places: readonly Point[], here: Point): boolean =>
  places.reduce((sum, { y }) => sum + Math.sign(here.y - y), 0) > 0;

interface NameProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** Of the sheet. */
  readonly width: number;
  readonly below: boolean;
}

/** Mean width of a letter of 14 pixels. */
const LETTER = 7.2;

/** Words over a school, or below it where they are asked for there; never off the sheet. */
function Name({ x, y, label, width, below }: NameProps) {
  const half = Math.min(width / 2, (LETTER * label.length) / 2 + 6);
  return (
    <text class="why-place" x={Math.min(width - half, Math.max(half, x))} y={below ? y + 38 : y - 24} text-anchor="middle">
      {label}
    </text>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line that bows to one side, so that it is not taken for a tie. */
function bowed(from: Point, to: Point): string {
  const [midX, midY] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const [acrossX, acrossY] = [(to.y - from.y) * 0.16, (from.x - to.x) * 0.16];
  return `M${from.x},${from.y}Q${midX + acrossX},${midY + acrossY} ${to.x},${to.y}`;
}

function summaryOf(school: number, sources: readonly Source[], at: number): string {
  const words = panelText.value.why.from;
  const shared = { school: nameOfSchool(school), year: whole(at) };
  if (sources.length === 0) return fill(words.summaryNone, shared);
  return fill(words.summary, { ...shared, sources: sources.map((source) => nameOfSchool(source.school)).join(', ') });
}

function tableOf(sources: readonly Source[]): Chart {
  const { table } = panelText.value.why.from;
  return {
    columns: [{ name: table.school }, { name: table.times }, { name: table.first }],
    rows: sources.map(({ school, times, first }) => [nameOfSchool(school), times, yearOf(first)]),
  };
}
