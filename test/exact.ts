/** exp and log of doubles in 400 binary places: the references that sim/arithmetic is held to. A number is an integer times 2^−400. */
const PLACES = 400n;
export const ONE = 1n << PLACES;

/** A double of at least 2^−300, without loss. */
export function exact(x: number): bigint {
  let exponent = 0;
  let whole = x;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    exponent += 1;
  }
  return (BigInt(whole) << PLACES) >> BigInt(exponent);
}

export const times = (a: bigint, b: bigint): bigint => (a * b) >> PLACES;
export const over = (a: bigint, b: bigint): bigint => (a << PLACES) / b;

/** 2·artanh(t), by its series. */
function twiceArtanh(t: bigint): bigint {
  const square = times(t, t);
  let sum = 0n;
  let power = t;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    sum += power / k;
    power = times(power, square);
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(ONE / 3n);

export function exactLog(x: bigint): bigint {
  let twos = 0n;
  let rest = x;
  for (; rest >= 2n * ONE; twos += 1n) rest /= 2n;
  for (; rest < ONE; twos -= 1n) rest *= 2n;
  return twos * LN2 + twiceArtanh(over(rest - ONE, rest + ONE));
}

/** e^x as a mantissa to be multiplied by 2^twos. */
export function exactExp(x: bigint): { readonly mantissa: bigint; readonly twos: bigint } {
  const twos = x / LN2;
  const rest = x - twos * LN2;
  let sum = 0n;
  let term = ONE;
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    sum += term;
    term = times(term, rest) / k;
  }
  return { mantissa: sum, twos };
}

/** e^x as a number of 400 places, for x that is not large. */
export function smallExp(x: bigint): bigint {
  const { mantissa, twos } = exactExp(x);
  return twos >= 0n ? mantissa << twos : mantissa >> -twos;
}

/** Distance of a normal double from mantissa · 2^twos, in units of the double's last place. */
export function unitsApart(result: number, mantissa: bigint, twos = 0n): number {
  const bits = new BigUint64Array(Float64Array.of(Math.abs(result)).buffer)[0];
  const whole = (bits & 0xfffffffffffffn) | 0x10000000000000n;
  const lastPlace = (bits >> 52n) - 1075n;
  const scale = lastPlace - twos + PLACES;
  const distance = (result < 0 ? -whole : whole) * (1n << scale) - mantissa;
  return Number((distance * 1_000_000n) >> scale) / 1e6;
}
