/** Which settings deserve most doubt: how well each is known, against how much it matters. */
import { fill } from '../../../words/index.ts';
import type { Chart } from '../../charts/chart.ts';
import { Figure } from '../../charts/figure.tsx';
import { useSize } from '../../charts/size.ts';
import { Words } from '../../parts/words.tsx';
import { languageOf } from '../../state/labels.ts';
import { count, decimal, whole } from '../../state/language.ts';
import { outcomes } from '../../state/outcomes.ts';
import { panelText } from '../../state/paneltext.ts';
import { comparing, edited } from '../../state/store.ts';
import { signed } from './figures.ts';
import { type Move, muchOf } from './moves.ts';
import { APART, columnOf, type Doubt, type Frame, grades, heightOf, type Placed, placed, RADIUS } from './place.ts';
import type { TrustRow } from './rows.ts';
import { moves, outcomeAsked, yearAsked } from './tried.ts';

const HEIGHT = 404;
const TOP = 12;
/** Room for what the corner says, above all dots: none lies behind its words. */
const SAID = 42;
/** Share of what counts as much below which a setting hardly moves the outcome. */
const HARDLY = 0.2;
/** Settings that the picture has room for. */
const DRAWN = 32;

interface DoubtsProps {
  readonly rows: readonly TrustRow[];
}

const isThin = ({ quantity }: TrustRow): boolean => quantity.grade >= 'C';

/** Settings that matter a lot and rest on thin evidence, the one that matters most first; of those tried through some futures. */
export const careOf = (rows: readonly TrustRow[], moved: ReadonlyMap<string, Move>, least = 0): readonly TrustRow[] => {
  const size = ({ path }: TrustRow): number => Math.abs(moved.get(path)?.span ?? 0);
  const isKnown = ({ path }: TrustRow): boolean => (moved.get(path)?.futures ?? -1) >= least;
  return rows
    .filter((row) => isThin(row) && isKnown(row) && size(row) >= muchOf(outcomeAsked.value))
    .sort((a, b) => size(b) - size(a));
};

export function Doubts({ rows }: DoubtsProps) {
  const words = panelText.value.trust.doubt;
  const moved = moves.value;
  const care = careOf(rows, moved);
  const hardly = HARDLY * muchOf(outcomeAsked.value);
  const size = ({ path }: TrustRow): number => Math.abs(moved.get(path)?.span ?? 0);
  const told = rows
    .filter((row) => size(row) >= hardly)
    .sort((a, b) => size(b) - size(a))
    .slice(0, DRAWN);
  const summary = (): string => {
    if (moved.size === 0) return words.waiting;
    if (care.length === 0) return words.calm;
    return `${count(words.summary, care.length)} ${fill(words.most, { most: care[0].label })}`;
  };
  return (
    <div class="trust-doubts">
      <Figure
        title={words.title}
        caption={
          <>
            <h3>{words.title}</h3>
            <Asked />
          </>
        }
        name="doubts"
        summary={`${words.title}. ${summary()}`}
        table={() => tableOf(rows, moved)}
        svg={<Scatter doubts={told.map((row) => doubtOf(row, moved, care))} />}
      />
      <p class="trust-said">
        {summary()} {moved.size > told.length && count(words.rest, moved.size - told.length)}
      </p>
      <Key />
    </div>
  );
}

const doubtOf = (
  { path, label, kind, quantity }: TrustRow,
  moved: ReadonlyMap<string, Move>,
  care: readonly TrustRow[],
): Doubt => ({
  path,
  label,
  kind,
  grade: quantity.grade,
  size: Math.abs(moved.get(path)!.span),
  isCare: care.some((one) => one.path === path),
});

/** All settings tried, with the numbers that are drawn. */
function tableOf(rows: readonly TrustRow[], moved: ReadonlyMap<string, Move>): Chart {
  const { columns, doubt, units } = panelText.value.trust;
  const tried = rows.filter(({ path }) => moved.has(path));
  return {
    columns: [
      { name: columns.setting },
      { name: columns.evidence },
      { name: fill(doubt.column, { unit: units[outcomeAsked.value.unit] }), digits: 1 },
      { name: doubt.futures },
    ],
    rows: tried.map(({ path, label, quantity }) => [label, quantity.grade, moved.get(path)!.span, moved.get(path)!.futures]),
  };
}

/** Assumption or choice, by the shape of the dot. */
function Key() {
  const words = panelText.value.trust.doubt;
  return (
    <p class="trust-key">
      {(['assumption', 'choice'] as const).map((kind) => (
        <span key={kind}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <circle class={kind} cx="6" cy="6" r="4.5" />
          </svg>
          {words[kind]}
        </span>
      ))}
    </p>
  );
}

/** What the upward axis says, with the outcome as something to choose. */
function Asked() {
  const { doubt, outcomes: names, units } = panelText.value.trust;
  const { name, unit } = outcomeAsked.value;
  const choose = (to: string): void => {
    outcomeAsked.value = outcomes.find((one) => one.name === to)!;
  };
  return (
    <p class="trust-asked">
      <Words
        message={comparing.value ? doubt.upOf : doubt.up}
        with={{ outcome: names[name], year: whole(yearAsked.value), unit: units[unit], plan: edited.value.toUpperCase() }}
        as={{
          outcome: () => (
            <select aria-label={doubt.outcome} value={name} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              {outcomes.map((one) => (
                <option key={one.name} value={one.name}>
                  {names[one.name]}
                </option>
              ))}
            </select>
          ),
        }}
      />
    </p>
  );
}

/** Round ends of the upward axis, as parts of the outcome's own. */
function axisEnd(most: number): number {
  const [low, high] = outcomeAsked.value.axis;
  return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1].map((share) => share * (high - low)).find((end) => most <= 0.94 * end) ?? most;
}

function Scatter({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const [box, size] = useSize<HTMLDivElement>({ width: 448, height: HEIGHT });
  const { width } = size.value;
  const most = axisEnd(Math.max(0, ...doubts.map(({ size }) => size)));
  const frame: Frame = { left: 44, right: width - 6, top: TOP + SAID, bottom: HEIGHT - 46, most };
  return (
    <div ref={box} class="trust-scatter">
      <svg width={width} height={HEIGHT} aria-hidden="true">
        <Corner frame={frame} />
        <Axes frame={frame} />
        {placed(doubts, frame).map((one) => (
          <Dot key={one.path} of={one} />
        ))}
      </svg>
    </div>
  );
}

/** The corner of what matters a lot and is hardly known. */
function Corner({ frame }: { readonly frame: Frame }) {
  const words = panelText.value.trust.doubt;
  const { from, width } = columnOf('C', frame);
  const bottom = heightOf(muchOf(outcomeAsked.value), frame);
  return (
    <g class="trust-corner">
      <rect x={frame.left} y={TOP} width={from + width - frame.left} height={Math.max(0, bottom - TOP)} />
      <text class="care" x={frame.left + 10} y={TOP + 20}>
        {words.care}
      </text>
      <text x={frame.left + 10} y={TOP + 37}>
        {words.careMore}
      </text>
    </g>
  );
}

function Axes({ frame }: { readonly frame: Frame }) {
  const words = panelText.value.trust.doubt;
  const ticks = [0, 0.5, 1].map((share) => share * frame.most);
  return (
    <g class="trust-axes">
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${frame.left} ${heightOf(tick, frame)}H${frame.right}`} />
          <text x={frame.left - 8} y={heightOf(tick, frame) + 4} text-anchor="end">
            {Number.isInteger(tick) ? whole(tick) : decimal(tick, 1)}
          </text>
        </g>
      ))}
      {grades.map((grade) => {
        const { from, width } = columnOf(grade, frame);
        const [letter, ...meaning] = words.grades[grade].split(' ');
        return (
          <text key={grade} x={from + width / 2} y={frame.bottom + 20} text-anchor="middle">
            {width > 8 * words.grades[grade].length ? words.grades[grade] : letter}
            {meaning.length > 0 && <title>{words.grades[grade]}</title>}
          </text>
        );
      })}
      <text x={frame.right} y={frame.bottom + 40} text-anchor="end">
        {words.evidence} →
      </text>
    </g>
  );
}

function Dot({ of: { path, label, grade, kind, x, y, words, isCare } }: { readonly of: Placed }) {
  const move = moves.value.get(path);
  const said = panelText.value.trust.doubt.dot;
  return (
    <g class={isCare ? 'trust-dot care' : 'trust-dot'}>
      <circle class={kind} cx={x} cy={y} r={RADIUS}>
        <title>{fill(said, { label, grade, span: move ? signed(move.span, outcomeAsked.value) : '' })}</title>
      </circle>
      {words?.isApart && <path d={`M${x + RADIUS + APART} ${y}L${words.x - APART} ${words.y}`} />}
      {words && (
        <text x={words.x} y={words.y + 4} text-anchor={words.anchor} lang={languageOf(path)}>
          {words.text}
        </text>
      )}
    </g>
  );
}
