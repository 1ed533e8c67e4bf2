/** What the operators and functions of a formula compute. A condition is 1 when it holds and 0 when it does not. */
import { clamp, exp, log, logistic, pow, power } from '../../arithmetic.ts';

export type Rule = (...values: number[]) => number;

/** Up to here a whole exponent is a matter of multiplying. */
const LARGEST_WHOLE_EXPONENT = 1024;

function raise(x: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > LARGEST_WHOLE_EXPONENT) return pow(x, exponent);
  return exponent < 0 ? 1 / power(x, -exponent) : power(x, exponent);
}

/** 0 up to `from`, 1 after `to`, a straight line between; falls when `to` comes before `from`; a step where they meet. */
function ramp(x: number, from: number, to: number): number {
  if (from === to) return Number(x >= from);
  return clamp((x - from) / (to - from), 0, 1);
}

function smoothstep(x: number, from: number, to: number): number {
  const t = ramp(x, from, to);
  return t * t * (3 - 2 * t);
}

const arithmetic = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  pow: raise,
  unaryMinus: (a: number) => -a,
  unaryPlus: (a: number) => a,
};

/** Exact: 0.1 + 0.2 == 0.3 does not hold. */
const comparisons = {
  equal: (a: number, b: number) => Number(a === b),
  unequal: (a: number, b: number) => Number(a !== b),
  smaller: (a: number, b: number) => Number(a < b),
  larger: (a: number, b: number) => Number(a > b),
  smallerEq: (a: number, b: number) => Number(a <= b),
  largerEq: (a: number, b: number) => Number(a >= b),
};

/** Whatever is neither 0 nor NaN holds. */
const connectives = {
  not: (a: number) => Number(!a),
  and: (a: number, b: number) => Number(Boolean(a) && Boolean(b)),
  or: (a: number, b: number) => Number(Boolean(a) || Boolean(b)),
  xor: (a: number, b: number) => Number(Boolean(a) !== Boolean(b)),
};

const operators: Readonly<Record<string, Rule>> = { ...arithmetic, ...comparisons, ...connectives };

/** The rule behind an operator, by mathjs's word for it. */
export function operator(word: string): Rule {
  if (!Object.hasOwn(operators, word)) throw new Error(`expected an operator of the list, got ${word}`);
  return operators[word];
}

/** Whether the operator joins conditions rather than numbers. */
export function isConnective(word: string): boolean {
  return Object.hasOwn(connectives, word);
}

export const choose: Rule = (condition, yes, no) => (condition ? yes : no);

/** How each function is written, the numbers that it takes in words, and what it gives. */
export const functions: Readonly<Record<string, { readonly takes: string; readonly compute: Rule }>> = {
  min: { takes: 'a, b, ...', compute: Math.min },
  max: { takes: 'a, b, ...', compute: Math.max },
  abs: { takes: 'x', compute: Math.abs },
  sqrt: { takes: 'x', compute: Math.sqrt },
  exp: { takes: 'x', compute: exp },
  log: { takes: 'x', compute: log },
  floor: { takes: 'x', compute: Math.floor },
  ceil: { takes: 'x', compute: Math.ceil },
  round: { takes: 'x', compute: Math.round },
  clamp: { takes: 'x, low, high', compute: clamp },
  ramp: { takes: 'x, from, to', compute: ramp },
  smoothstep: { takes: 'x, from, to', compute: smoothstep },
  logistic: { takes: 'x', compute: logistic },
};

/** Whether a function can be handed so many numbers. */
export function fits({ takes }: { readonly takes: string }, count: number): boolean {
  const parts = takes.split(', ');
  return takes.endsWith('...') ? count >= 1 : count === parts.length;
}
