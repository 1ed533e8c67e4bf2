/** Almanacs kept within a bound of memory: for a worker that plays many plans through the same futures. */
import { Almanac } from './almanac.ts';
import { bucketsPerYearOf } from './model.ts';
import { futureKey } from './random.ts';
import type { Plan } from './scenario/compile.ts';
import type { System } from './system/system.ts';

/** Bytes of an educator's candidates in a year: some eight candidates, of eight bytes each. */
const BYTES = 70;

/** Futures of one system and seed. */
interface Row {
  readonly system: System;
  readonly seed: string;
  readonly stepsPerYear: number;
  readonly almanacs: Map<number, { readonly almanac: Almanac; bytes: number }>;
}

export class Shelf {
  readonly #most: number;
  /** The row used last stands at the end. */
  #rows: Row[] = [];

  /** Bound in bytes. */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * The almanac of a future, or undefined where there is no room: those of the lowest numbers stay, since it is the first futures
   * that every plan goes through, and rows used longest ago make way.
   */
  of({ system, years, stepsPerYear }: Plan, seed: string, replicate: number): Almanac | undefined {
    const row = this.#row(system, seed, stepsPerYear);
    const known = row.almanacs.get(replicate);
    const bytes = Math.max(known?.bytes ?? 0, system.educatorCount * years * BYTES);
    const more = bytes - (known?.bytes ?? 0);
    const isFull = (): boolean => this.#bytes() + more > this.#most;
    while (this.#rows.length > 1 && isFull()) this.#rows.shift();
    while (isFull()) {
      const last = Math.max(...row.almanacs.keys());
      if (!(last > replicate)) return undefined;
      row.almanacs.delete(last);
    }
    const kept = known ?? {
      almanac: new Almanac(system, futureKey(seed, replicate), bucketsPerYearOf(stepsPerYear), true),
      bytes,
    };
    kept.bytes = bytes;
    row.almanacs.set(replicate, kept);
    return kept.almanac;
  }

  #row(system: System, seed: string, stepsPerYear: number): Row {
    const row = this.#rows.find((one) => one.system === system && one.seed === seed && one.stepsPerYear === stepsPerYear) ?? {
      system,
      seed,
      stepsPerYear,
      almanacs: new Map(),
    };
    this.#rows = [...this.#rows.filter((one) => one !== row), row];
    return row;
  }

  #bytes(): number {
    let sum = 0;
    for (const { almanacs } of this.#rows) for (const { bytes } of almanacs.values()) sum += bytes;
    return sum;
  }
}
