/**
 * Agents' events without looking at every agent: each educator carries Poisson clocks of fixed rates, whose candidate times are
 * pure functions of the future key, so that no lever shifts anybody's luck. A candidate of clock c in a bucket becomes an
 * event with probability P(h)/P(rate), where h is the part of the true hazard that the clock serves; an event of hazard h then
 * has exactly probability 1 − exp(−h·dt) in a bucket. Hazards above a clock's rate are served by further clocks.
 * The idea: thinning (Lewis & Shedler 1979), with candidates keyed by educator instead of one shared stream.
 */
import { type Purpose, purposes } from './random.ts';

interface ClockRow {
  /** Per year. */
  readonly rate: number;
  /** Purpose of the draws that accept its candidates; clocks laid end to end have one. */
  readonly accepts: Purpose;
  /** True where an event asks for a second number: whom the news is from. */
  readonly asksTwo?: true;
}

/** News has two clocks laid end to end, for hazards up to 1.5 a year; decisions have four, up to 6. */
export const clockRows = {
  news: { rate: 0.7, accepts: purposes.acceptNews, asksTwo: true },
  decision: { rate: 0.7, accepts: purposes.acceptDecision },
  leaving: { rate: 0.5, accepts: purposes.acceptLeaving },
  stopping: { rate: 1, accepts: purposes.acceptStopping },
  news2: { rate: 0.8, accepts: purposes.acceptNews, asksTwo: true },
  decision2: { rate: 1, accepts: purposes.acceptDecision },
  decision3: { rate: 1.8, accepts: purposes.acceptDecision },
  decision4: { rate: 2.5, accepts: purposes.acceptDecision },
} as const satisfies Record<string, ClockRow>;
export type ClockName = keyof typeof clockRows;
export const clockNames = Object.keys(clockRows) as ClockName[];
export const clocks: readonly ClockRow[] = Object.values(clockRows);
/** The first four share one block of draws a year; the other four share a second, drawn only where a hazard can reach them. */
export const COMMON = 4;
/** Clocks laid end to end: each serves the part of a hazard that lies from `from` on, up to its rate. */
export interface Layer {
  readonly clock: number;
  readonly from: number;
  readonly rate: number;
}

function laidEndToEnd(...clocks: readonly ClockName[]): readonly Layer[] {
  let from = 0;
  return clocks.map((name) => {
    const { rate } = clockRows[name];
    from += rate;
    return { clock: clockNames.indexOf(name), from: from - rate, rate };
  });
}
export const newsClocks = laidEndToEnd('news', 'news2');
export const decisionClocks = laidEndToEnd('decision', 'decision2', 'decision3', 'decision4');
export const clockIndex = (name: ClockName): number => clockNames.indexOf(name);

/** Bits of the further clocks among layers that a hazard reaches, per year. */
export function furtherBits(layers: readonly Layer[], hazard: number): number {
  let bits = 0;
  for (const { clock, from } of layers) if (clock >= COMMON && hazard > from) bits |= 1 << clock;
  return bits;
}
/** Bits of the common clocks. */
export const COMMON_BITS = (1 << COMMON) - 1;
