/** Time that passes by itself, and the first minute: a few years play, then the page asks before it shows how it goes on. */
import { computed, effect, signal } from '@preact/signals';
import { first } from '../first/index.ts';
import { reducedMotion } from '../map/media.ts';
import { goTo } from '../state/change.ts';
import { comparing, lastYear, plans, playing, year } from '../state/store.ts';

/** Years a second. */
const PACE = 1;
const FIRST_PACE = 1.25;
/** Where the first minute stops by itself, and the year it asks about. */
const FIRST_STOP = 5;
export const GUESS_YEAR = 10;
/** A page that was hidden goes on where it was: seconds that one frame can be worth at most. */
const LONGEST = 0.25;

/** Whether the first minute is over: somebody changed the plan, compared, or let it play past the year asked about. */
export const hasSettled = signal(false);
/** Schools in 100 that somebody guesses will use it by then. */
export const guess = signal<number | null>(null);
/** Whether the years to come are still hidden. */
export const asking = computed(() => !hasSettled.value);

let pace = PACE;
let stopAt: number | null = null;

export function play(): void {
  pace = PACE;
  // Whoever has guessed sees first what became of the guess.
  stopAt = asking.peek() && guess.peek() !== null ? GUESS_YEAR : null;
  if (year.peek() >= lastYear.peek()) year.value = 0;
  playing.value = true;
}

/** Lets the years pass up to one, or goes there where stillness is asked for. */
export function playTo(end: number): void {
  if (reducedMotion.peek()) {
    goTo(end);
    return;
  }
  pace = PACE;
  stopAt = end;
  playing.value = true;
}

/** Stops at the nearest whole year. */
export function pause(): void {
  playing.value = false;
  goTo(Math.round(year.peek()));
}

export function oneYearOn(): void {
  const last = lastYear.peek();
  goTo(year.peek() >= last ? 0 : Math.floor(year.peek() + 1e-6) + 1);
}

/** The first years, by themselves; where stillness is asked for, their end. */
export function playFirst(): void {
  if (reducedMotion.peek()) {
    year.value = FIRST_STOP;
    return;
  }
  pace = FIRST_PACE;
  stopAt = FIRST_STOP;
  year.value = 0;
  playing.value = true;
}

/** Lets time pass while the page plays, and notes when the first minute is over. Ends with what it returns. */
export function watchTime(): () => void {
  const ends = [
    effect(() => (playing.value ? pass() : undefined)),
    effect(() => {
      if (comparing.value || plans.value.a !== first.plan || year.value >= GUESS_YEAR) hasSettled.value = true;
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** One frame after another; returns how to stop it. */
function pass(): () => void {
  let before = performance.now();
  let frame = requestAnimationFrame(function on(now) {
    const passed = Math.min(LONGEST, Math.max(0, now - before) / 1000);
    before = now;
    const end = Math.min(lastYear.peek(), stopAt ?? Number.POSITIVE_INFINITY);
    const next = year.peek() + pace * passed;
    // Never back: a link or a comparison may have gone beyond where the first years end.
    year.value = Math.max(year.peek(), Math.min(end, next));
    if (next < end) frame = requestAnimationFrame(on);
    else arrive();
  });
  return () => cancelAnimationFrame(frame);
}

/** The end of the way. What stopped by itself at first was nobody's deed, and makes no step to go back to. */
function arrive(): void {
  playing.value = false;
  if (pace === PACE) goTo(year.peek());
  stopAt = null;
}
