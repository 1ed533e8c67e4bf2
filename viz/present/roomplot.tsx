/** The room's guesses above a line of schools in 100; below it what the model says, once that may be seen. */
import { fill } from '../../words/index.ts';
import { type Dot, packingFor, stacked } from '../charts/dots.ts';
import { linear } from '../charts/scale.ts';
import { text, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { addGuess } from './deeds.ts';
import { depth, dotsInRoom, ROOM_BINS, type Said } from './model.ts';

/** Sizes in the units of a hall’s screen of 1920 by 1080: the picture is drawn as large as the page. */
const WIDTH = 790;
const ABOVE = 146;
const TICKS = 48;
const BELOW = 104;
const SIDE = 8;
/** Largest mark, and the part of its place that a mark fills. */
const LARGEST = 26;
const FILLED = 0.44;
const BAND = 22;
const QUARTERS = [0, 25, 50, 75, 100];

interface RoomPlotProps {
  readonly guesses: readonly number[];
  readonly said: Said | null;
  /** What of the model is seen: nothing, where its futures lie, or each of its dots. */
  readonly seen: 'nothing' | 'range' | 'dots';
  /** Whether a press on the line is a guess. */
  readonly open: boolean;
}

const x = linear(depth.axis, [SIDE, WIDTH - SIDE]);
const BIN = (WIDTH - 2 * SIDE) / ROOM_BINS;

function Marks({
  dots,
  out,
  room,
  of,
}: {
  readonly dots: readonly Dot[];
  readonly out: 1 | -1;
  readonly room: number;
  readonly of: string;
}) {
  const best = packingFor(dots, BIN, room);
  const packing = { ...best, pitch: Math.min(LARGEST, best.pitch) };
  const from = out < 0 ? ABOVE - 6 : ABOVE + TICKS;
  return (
    <g class={`present-${of}`}>
      {stacked(dots, packing, BIN).map((mark, i) => (
        <circle key={i} cx={SIDE + mark.x} cy={from + out * mark.y} r={FILLED * packing.pitch} />
      ))}
    </g>
  );
}

/** Half of all futures as a bar, nine in ten as a line through it. */
function Range({ said: { half, wide } }: { readonly said: Said }) {
  const middle = ABOVE + TICKS + BAND;
  return (
    <g class="present-range">
      <path d={`M${x(wide[0])},${middle}H${x(wide[1])}`} />
      <rect x={x(half[0])} y={middle - BAND} width={Math.max(4, x(half[1]) - x(half[0]))} height={2 * BAND} rx="6" />
    </g>
  );
}

export function RoomPlot({ guesses, said, seen, open }: RoomPlotProps) {
  const words = panelText.value.present.guesses;
  const list = guesses.length === 0 ? words.none : guesses.map((guess) => whole(guess)).join(text.value.between);
  const shown = seen === 'nothing' ? null : said;
  const summary = shown
    ? fill(words.both, {
        guesses: list,
        median: whole(shown.median),
        low: whole(shown.half[0]),
        high: whole(shown.half[1]),
        lowest: whole(shown.wide[0]),
        highest: whole(shown.wide[1]),
      })
    : fill(words.plot, { guesses: list });
  const place = (event: MouseEvent & { readonly currentTarget: SVGSVGElement }): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientX - left) / width) * WIDTH;
    addGuess(Math.min(100, Math.max(0, Math.round((100 * (at - SIDE)) / (WIDTH - 2 * SIDE)))));
  };
  const height = ABOVE + TICKS + (shown ? BELOW : 0);
  return (
    <svg
      class={open ? 'present-plot open' : 'present-plot'}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={summary}
      {...(open && { onClick: place })}
    >
      {open && <title>{words.place}</title>}
      <Marks dots={dotsInRoom([...guesses].sort((a, b) => a - b))} out={-1} room={ABOVE - 12} of="guess" />
      <path class="present-line" d={`M${SIDE},${ABOVE}H${WIDTH - SIDE}`} />
      {QUARTERS.map((tick) => (
        <text
          key={tick}
          class="present-tick"
          x={x(tick)}
          y={ABOVE + 34}
          text-anchor={tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'}
        >
          {whole(tick)}
        </text>
      ))}
      {shown && (seen === 'range' ? <Range said={shown} /> : <Marks dots={shown.dots} out={1} room={BELOW - 4} of="model" />)}
    </svg>
  );
}
