/**
 * The functions whose last bit an engine may choose, in versions that give the same bits everywhere. Nothing that results
 * depend on may call Math.exp, log, pow, sin, tanh or their kin: two builds of V8 disagree on them. Math.sqrt, floor, ceil,
 * round, abs, min, max, imul and fround are exact by the standard.
 */
import log from '@stdlib/math-base-special-ln';
import pow from '@stdlib/math-base-special-pow';

export { log, pow };

/** Powers of two from 2^-1100 (0) to 2^1100 (Infinity), made by multiplication. */
const TWO = Float64Array.from({ length: 2201 }, (_, i) => {
  let value = 1;
  for (let k = i; k < 1100; k++) value /= 2;
  for (let k = 1100; k < i; k++) value *= 2;
  return value;
});

/**
 * e^x, within 3 units in the last place: x is split into a whole number of ln 2 and a rest below 0.35, whose series is
 * summed to the twelfth power. Half the cost of @stdlib's, which the per-educator processes feel.
 */
export function exp(x: number): number {
  if (!(x < 709)) return x >= 709 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x < -708) return 0;
  const n = x * Math.LOG2E + 6755399441055744 - 6755399441055744; // rounds to the nearest whole number
  const r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  const s = r * r;
  const series =
    1 +
    r +
    s *
      (0.5 +
        r * (1 / 6) +
        s *
          (1 / 24 +
            r * (1 / 120) +
            s *
              (1 / 720 +
                r * (1 / 5040) +
                s * (1 / 40320 + r * (1 / 362880) + s * (1 / 3628800 + r * (1 / 39916800) + s * (1 / 479001600))))));
  return series * TWO[n + 1100];
}

/** Probability that an event of the given rate (per year) happens within dt years: 1 − exp(−rate·dt). */
export function chance(rate: number, dt: number): number {
  const x = rate * dt;
  // Below 1/64 the series is exact to the last bits and spares an exp in the common path.
  if (x < 0.015625) return x * (1 - x * (1 / 2 - x * (1 / 6 - x * (1 / 24 - x * (1 / 120 - x * (1 / 720 - x * (1 / 5040)))))));
  return 1 - exp(-x);
}

/**
 * Whether a uniform number lies below chance(rate, dt): x − x²/2 ≤ 1 − exp(−x) ≤ x settles nearly all without an exp. The margin
 * covers what rounding does to either side, so that the answer is always that of the comparison itself.
 */
export function isBelowChance(u: number, rate: number, dt: number): boolean {
  const x = rate * dt;
  if (u >= x) return false;
  return u < (x - 0.5 * x * x) * (1 - 1e-12) || u < chance(rate, dt);
}

export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}

/** x^k for a whole k ≥ 0, by multiplication alone. */
export function power(x: number, k: number): number {
  let result = 1;
  let base = x;
  for (let n = k; n > 0; n >>= 1) {
    if (n & 1) result *= base;
    base *= base;
  }
  return result;
}

/**
 * Standard normal quantile of 0 < u < 1, relative error below 1.2e-9.
 * Source: P. J. Acklam's rational approximation (2003).
 */
export function normalQuantile(u: number): number {
  if (u < 0.02425) return -tail(u);
  if (u > 1 - 0.02425) return tail(1 - u);
  const q = u - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) *
      r +
      1)
  );
}

function tail(p: number): number {
  const q = Math.sqrt(-2 * log(p));
  return -(
    (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
  );
}

/**
 * Standard normal distribution function, absolute error below 1.5e-7: enough for percentile points shown to one decimal.
 * Source: Abramowitz & Stegun 26.2.17 (through 7.1.26).
 */
export function normalShare(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * exp(-z * z);
  return x < 0 ? 0.5 * (1 - erf) : 0.5 * (1 + erf);
}

/** Enough for all bits of a number from 0 to 1 that is not tiny. */
const NEWTON_STEPS = 12;

/** By Newton's method: Math.cbrt is not the same everywhere. */
export function cubeRoot(x: number): number {
  if (x <= 0) return 0;
  let y = 0.5 + x / 2;
  for (let i = 0; i < NEWTON_STEPS; i++) y = (2 * y + x / (y * y)) / 3;
  return y;
}
