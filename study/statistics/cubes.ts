/**
 * Which inputs, held high or low, suffice: every cube of a two-level design, as in qualitative comparative analysis (Ragin 1987).
 * On a whole truth table the minimal cubes are the prime implicants that Quine and McCluskey's method finds.
 */

/** Inputs held, as bits, and which of those are held high. */
export interface Cube {
  readonly held: number;
  readonly high: number;
  /** Points of the design in it. */
  readonly points: number;
  /** Share of its futures that reach the threshold. */
  readonly consistency: number;
  /** Lowest share of any of its points. */
  readonly worst: number;
}

export interface CubeWish {
  readonly reliability: number;
  /** 'every': each point of the cube reaches it in that share of futures; 'mixed': the cube's futures together do. */
  readonly mode: 'every' | 'mixed';
  /** Largest number of inputs held. */
  readonly sizeLimit: number;
  /** Points that a cube must have: fewer than that is no evidence. */
  readonly leastPoints: number;
  /** True where all 3^count cubes are to be looked at, which a full design of up to 14 inputs can afford. */
  readonly isWhole: boolean;
}

/** A hair below, so that 18 of 20 futures are nine in ten whatever rounding did. */
const SLACK = 1e-9;

/**
 * The sufficient cubes of which no part suffices, fewest inputs first. `sets` and `shares` have a number a point: inputs at their
 * high level as bits, and the share of futures that reach the threshold.
 */
export function minimalCubes(count: number, sets: Int32Array, shares: Float64Array, wish: CubeWish): Cube[] {
  const found = wish.isWhole ? amongAll(count, sets, shares, wish) : amongSmall(count, sets, shares, wish);
  return found.sort(
    (a, b) =>
      bitsOf(a.held) - bitsOf(b.held) ||
      b.consistency * b.points - a.consistency * a.points ||
      a.held - b.held ||
      b.high - a.high,
  );
}

const suffices = (points: number, worst: number, sum: number, wish: CubeWish): boolean =>
  points >= wish.leastPoints && (wish.mode === 'every' ? worst : sum / points) >= wish.reliability - SLACK;

/** Every cube, summed up from its two halves: digit 0 held low, 1 held high, 2 free. */
function amongAll(count: number, sets: Int32Array, shares: Float64Array, wish: CubeWish): Cube[] {
  const places = Array.from({ length: count }, (_, i) => 3 ** i);
  const size = 3 ** count;
  const sums = new Float64Array(size);
  const worst = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const points = new Int32Array(size);
  for (let p = 0; p < sets.length; p++) {
    const code = places.reduce((sum, place, i) => sum + ((sets[p] >> i) & 1) * place, 0);
    sums[code] += shares[p];
    worst[code] = Math.min(worst[code], shares[p]);
    points[code]++;
  }
  for (const place of places) {
    for (let block = 2 * place; block < size; block += 3 * place) {
      for (let code = block; code < block + place; code++) {
        const [low, high] = [code - 2 * place, code - place];
        sums[code] = sums[low] + sums[high];
        worst[code] = Math.min(worst[low], worst[high]);
        points[code] = points[low] + points[high];
      }
    }
  }
  const digits = new Uint8Array(count).fill(2);
  // A cube is covered when it suffices or a cube with one more input free is covered: those have higher codes.
  const isCovered = new Uint8Array(size);
  const found: Cube[] = [];
  for (let code = size - 1; code >= 0; code--) {
    let held = 0;
    for (let i = 0; i < count; i++) {
      if (digits[i] === 2) continue;
      held++;
      if (isCovered[code + (2 - digits[i]) * places[i]] === 1) isCovered[code] = 1;
    }
    if (isCovered[code] === 0 && held <= wish.sizeLimit && suffices(points[code], worst[code], sums[code], wish)) {
      isCovered[code] = 1;
      const mask = (wanted: (digit: number) => boolean): number =>
        digits.reduce((bits, digit, i) => (wanted(digit) ? bits | (1 << i) : bits), 0);
      found.push({
        held: mask((digit) => digit !== 2),
        high: mask((digit) => digit === 1),
        points: points[code],
        consistency: sums[code] / points[code],
        worst: worst[code],
      });
    }
    for (let i = 0; i < count; i++) {
      if (digits[i] > 0) {
        digits[i]--;
        break;
      }
      digits[i] = 2;
    }
  }
  return found;
}

/** Cubes of up to `sizeLimit` inputs, fewest first. */
function amongSmall(count: number, sets: Int32Array, shares: Float64Array, wish: CubeWish): Cube[] {
  const found: Cube[] = [];
  const all = Array.from(sets.keys());
  const look = (held: number, high: number, inside: readonly number[], from: number, left: number): void => {
    if (inside.length < wish.leastPoints) return;
    if (left > 0) {
      for (let i = from; i < count; i++) {
        const bit = 1 << i;
        for (const end of [bit, 0])
          look(
            held | bit,
            high | end,
            inside.filter((p) => (sets[p] & bit) === end),
            i + 1,
            left - 1,
          );
      }
      return;
    }
    if (found.some((part) => (part.held & held) === part.held && (high & part.held) === part.high)) return;
    const points = inside.length;
    const sum = inside.reduce((total, p) => total + shares[p], 0);
    const worst = inside.reduce((least, p) => Math.min(least, shares[p]), 1);
    if (suffices(points, worst, sum, wish)) found.push({ held, high, points, consistency: sum / points, worst });
  };
  for (let size = 0; size <= wish.sizeLimit; size++) look(0, 0, all, 0, size);
  return found;
}

function bitsOf(mask: number): number {
  let n = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) n++;
  return n;
}
