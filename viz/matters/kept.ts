/** What was run of a part: every outcome at every whole year, and the digest of each future. */
import type { Results } from '../../sim/index.ts';
import type { Part } from './parts.ts';

export class Kept {
  readonly part: Part;
  readonly #metrics: readonly string[];
  /** The last year that is kept. */
  readonly years: number;
  /** By metric, year, point and replicate; NaN where nothing was run, or there was nothing to measure. */
  readonly #values: Float64Array;
  /** By point and replicate: the future's SHA-256; empty where it was not run. */
  readonly digests: string[];
  /** Futures that are here. */
  count = 0;

  constructor(part: Part, metrics: readonly string[], years: number) {
    this.part = part;
    this.#metrics = metrics;
    this.years = years;
    const runs = part.pointCount * part.replicates;
    this.#values = new Float64Array(metrics.length * (years + 1) * runs).fill(Number.NaN);
    this.digests = Array.from({ length: runs }, () => '');
  }

  readonly has = (point: number, replicate: number): boolean => this.digests[point * this.part.replicates + replicate] !== '';

  keep(point: number, replicate: number, { digest, years, columns }: Results): void {
    const run = point * this.part.replicates + replicate;
    if (this.digests[run] === '') this.count++;
    this.digests[run] = digest;
    const steps = (years.length - 1) / this.years;
    this.#metrics.forEach((metric, m) => {
      for (let year = 0; year <= this.years; year++) this.#values[this.#at(m, year, run)] = columns[metric][year * steps];
    });
  }

  /** Values of a metric at a whole year: a row a point, a column a replicate; times `scale`. */
  values(metric: string, year: number, points: number, replicates: number, scale: number): Float64Array {
    const m = this.#metrics.indexOf(metric);
    return Float64Array.from({ length: points * replicates }, (_, at) => {
      const [point, replicate] = [Math.floor(at / replicates), at % replicates];
      return scale * this.#values[this.#at(m, year, point * this.part.replicates + replicate)];
    });
  }

  #at(metric: number, year: number, run: number): number {
    return (metric * (this.years + 1) + year) * this.digests.length + run;
  }
}
