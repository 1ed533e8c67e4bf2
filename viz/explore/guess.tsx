/** Before it is shown, a person is asked where it will be: the years to come lie in fog, and a handle waits in it. */
import { fill } from '../../words/index.ts';
import type { Ground } from '../charts/frame.tsx';
import { Slide } from '../charts/slide.tsx';
import { first } from '../first/index.ts';
import { Words } from '../parts/words.tsx';
import { text, whole } from '../state/language.ts';
import { plans, year } from '../state/store.ts';
import { asking, GUESS_YEAR, guess } from './playing.ts';
import './guess.css';

/** Where the handle waits while nobody has guessed. */
const WAITING = 50;
/** Room (px) that the question needs beside the handle. */
const ROOM = 210;
/** Height (px) of the question above the line where there is none. */
const QUESTION = 42;

const isBeside = ({ x, width }: Ground): boolean => width - x(GUESS_YEAR) > ROOM;

interface GuessProps {
  readonly ground: Ground;
  /** Name of the fog's pattern in the picture. */
  readonly fog: string;
}

/** In the picture: the fog over the years that have not been, or the guess as a mark once they are seen, on the plan that was guessed about. */
export function GuessDrawn({ ground, fog }: GuessProps) {
  const { x, y } = ground;
  if (!asking.value)
    return guess.value === null || plans.value.a !== first.plan ? null : (
      <Mark x={x(GUESS_YEAR)} y={y(guess.value / 100)} n={guess.value} />
    );
  const [top, bottom] = [y.range()[1], y.range()[0]];
  const from = x(year.value);
  return (
    <>
      <rect
        class="guess-fog"
        x={from}
        y={top}
        width={Math.max(0, x.range()[1] - from)}
        height={bottom - top}
        fill={`url(#${fog})`}
      />
      <path class="guess-line" d={`M${x(GUESS_YEAR)},${top + (isBeside(ground) ? 0 : QUESTION)}V${bottom}`} />
    </>
  );
}

const Mark = ({ x, y, n }: { readonly x: number; readonly y: number; readonly n: number }) => (
  <>
    <path class="guess-mark" d={`M${x - 6},${y}H${x + 6}M${x},${y - 6}V${y + 6}`} />
    <text class="guess-label" x={x - 10} y={y + 4} text-anchor="end">
      {fill(text.value.charts.guess.mine, { n: whole(n) })}
    </text>
  </>
);

/** Over the picture: the question, and the handle. */
export function GuessHandle({ ground }: Omit<GuessProps, 'fog'>) {
  const { x, y } = ground;
  if (!asking.value || x.domain()[1] <= GUESS_YEAR) return null;
  const words = text.value.charts.guess;
  const at = x(GUESS_YEAR);
  const beside = isBeside(ground);
  const value = guess.value ?? WAITING;
  const [bottom, top] = y.range();
  return (
    <>
      <p
        class="guess-question"
        style={{ left: `${beside ? at + 22 : x(GUESS_YEAR / 2) + 8}px`, top: `${beside ? top + 16 : top + 2}px` }}
      >
        <strong>
          <Words message={words.question} with={{ year: whole(GUESS_YEAR) }} />
        </strong>
        <span>{words.how}</span>
      </p>
      <Slide
        class="guess"
        box={{ left: `${at - 22}px`, width: '44px', top: `${top}px`, height: `${bottom - top}px` }}
        label={fill(words.label, { year: whole(GUESS_YEAR) })}
        min={0}
        max={100}
        value={value}
        valueText={guess.value === null ? words.none : fill(words.value, { n: whole(value) })}
        step={1}
        page={10}
        along="y"
        near={Math.round}
        to={(n) => (guess.value = n)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="11" />
          <path d="M8.5 10 12 6.5l3.5 3.5M8.5 14l3.5 3.5 3.5-3.5" />
        </svg>
      </Slide>
    </>
  );
}
