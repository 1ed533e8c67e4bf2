/** Tails of Student's and the binomial distribution, through the incomplete beta function. */

/** Logarithm of the gamma function of x > 0: Lanczos' series (g = 7, nine terms), to 1e-14. */
function logGamma(x: number): number {
  const series = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  const t = z + 7.5;
  const sum = series.reduce((total, c, i) => total + (i === 0 ? c : c / (z + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Regularised incomplete beta function I_x(a, b): its continued fraction (DLMF 8.17.22) by Lentz's method. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const away = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 500; m++) {
    for (const step of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / away(1 + step * d);
      c = away(1 + step / c);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** Value that Student's t with the given degrees of freedom exceeds with chance `tail` (0 < tail <= 0.5), by halving. */
export function studentTail(tail: number, freedom: number): number {
  const above = (t: number): number => 0.5 * incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  let low = 0;
  let high = 1;
  while (above(high) > tail) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (above(middle) > tail) low = middle;
    else high = middle;
  }
  return high;
}

/** Chance of at least `hits` (0 or more, need not be whole) in n trials of chance p. */
export function binomialTail(hits: number, n: number, p: number): number {
  return hits <= 0 ? 1 : incompleteBeta(p, hits, n - hits + 1);
}

/** The shares that would give so many hits in n, or more extreme, in at least 5 of 100 samples: Clopper & Pearson 1934, nine in ten. */
export function shareRange(hits: number, n: number): readonly [low: number, high: number] {
  const solve = (tail: (p: number) => number, aim: number): number => {
    let [low, high] = [0, 1];
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2;
      if (tail(middle) < aim) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return [
    hits === 0 ? 0 : solve((p) => binomialTail(hits, n, p), 0.05),
    hits === n ? 1 : solve((p) => binomialTail(hits + 1, n, p), 0.95),
  ];
}
