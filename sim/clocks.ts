/** Which of a future's candidates count in a run: those of the common clocks, and of further ones once a hazard may reach them. */
import type { Almanac, Candidates, Year } from './almanac.ts';
import { COMMON_BITS } from './rates.ts';
import type { System } from './system/system.ts';

export interface Clocks {
  /** Probability that a clock has a candidate in a bucket. */
  readonly candidateChance: Float64Array;
  /** Begins a year: only the common clocks run. */
  readonly wind: (yearIndex: number) => void;
  /** The year's candidates of a clock; those count for whom it runs. */
  readonly candidates: (clock: number) => Candidates;
  /** Bits of the clocks that run for each educator. */
  awake: Uint8Array;
  /** Lets further clocks of an educator run; the candidates themselves never move. */
  readonly wake: (e: number, s: number, bits: number) => void;
}

export function makeClocks(system: System, almanac: Almanac): Clocks {
  // Luck that serves this run alone has been reached for by nobody else: its own marks will do.
  const own = almanac.keeps ? new Uint8Array(system.educatorCount) : null;
  let year: Year;
  const run: Clocks = {
    candidateChance: almanac.candidateChance,
    awake: new Uint8Array(0),
    wind(yearIndex) {
      year = almanac.year(yearIndex);
      run.awake = own ?? year.reached;
      run.awake.fill(COMMON_BITS);
    },
    wake(e, s, bits) {
      year.reach(e, s, bits & ~COMMON_BITS);
      run.awake[e] |= bits;
    },
    candidates: (clock) => year.of(clock),
  };
  return run;
}
