/** Answers with invented numbers, for tests of what is made of them. */

import { ingredients } from '../sim/index.ts';
import type {
  Answer,
  FailsAnswer,
  HoldsAnswer,
  Input,
  Interval,
  MattersAnswer,
  TakesAnswer,
  TogetherAnswer,
} from '../study/questions/answer.ts';

const outcome = { name: 'well', label: 'Schools that use it well', unit: 'share' };
const about = {
  ok: true,
  title: 'Invented',
  outcome,
  pointCount: 256,
  replicates: 20,
  table: { columns: [], rows: [] },
} as const;
const around = (value: number, by: number): Interval => ({ value, low: value - by, high: value + by });

const inputs: readonly Input[] = ingredients.map(({ name, label, grade }, factor) => ({ factor, name, label, grade }));

const matters: MattersAnswer = {
  ...about,
  question: 'matters',
  measure: 'change',
  method: 'fraction',
  inputs: inputs.map((input, i) => ({
    ...input,
    alone: around(0.16 / (i + 1) - 0.004, 0.01),
    withOthers: around(0.24 / (i + 1) ** 0.8 - (i > 11 ? 0.05 : 0), 0.03),
    share: around(0.2 / (i + 1), 0.02),
    place: [Math.max(1, i), Math.min(inputs.length, i + 3)],
    isBeyondNoise: i < 9,
  })),
  noise: 0.012,
  explained: 0.93,
  luck: 0.2,
  stability: { resamples: 200, resampled: 'futures', tau: 0.88, keepsFirst: 0.97, keepsTop3: 0.6 },
};

const pairs = inputs
  .flatMap((a, i) => inputs.slice(i + 1).map((b, k) => ({ a, b, value: 0.09 * Math.cos(3 * i + 7 * k) ** 5 })))
  .map(({ a, b, value }) => ({ a, b, effect: around(value, 0.01), isBeyondNoise: Math.abs(value) > 0.025 }))
  .sort((one, other) => Math.abs(other.effect.value) - Math.abs(one.effect.value));

export const together: TogetherAnswer = {
  ...about,
  question: 'together',
  inputs,
  pairs,
  noise: 0.025,
  filled: 0,
  combinations: {
    threshold: 0.4,
    better: 'high',
    reliability: 0.9,
    mode: 'every',
    isComplete: true,
    sizeLimit: 5,
    found: 12,
    base: 0.22,
    list: Array.from({ length: 5 }, (_, i) => ({
      held: [0, i + 1, i + 3].map((k) => ({ ...inputs[k], end: k === 4 ? 'low' : 'high' })),
      consistency: 0.97 - 0.01 * i,
      worst: 0.9,
      coverage: 0.3 - 0.04 * i,
      uniqueCoverage: 0.05,
      points: 32,
    })),
  },
};

const fails: FailsAnswer = {
  ...about,
  question: 'fails',
  threshold: 0.1,
  wanted: 0.8,
  side: 'below',
  base: 0.31,
  trajectory: Array.from({ length: 18 }, (_, i) => ({
    coverage: 1 - 0.045 * i,
    density: 0.31 + 0.6 * (1 - 0.85 ** i),
    mass: 0.92 ** i,
    limited: Math.min(3, Math.floor(i / 5)),
  })),
  chosen: 10,
  box: [
    { ...inputs[7], low: 0, high: 0.34, range: [0, 1], quasiP: 0.0001, steadiness: 0.98 },
    { ...inputs[2], low: 0.2, high: 0.55, range: [0, 1], quasiP: 0.02, steadiness: 0.71 },
    {
      ...inputs[5],
      label: 'Rollout',
      low: 0,
      high: 1,
      range: [0, 2],
      kept: ['mandate', 'devices'],
      quasiP: 0.03,
      steadiness: 0.6,
    },
  ],
  coverage: around(0.61, 0.05),
  density: around(0.82, 0.04),
  mass: 0.2,
  further: [
    {
      box: [{ ...inputs[9], low: 0, high: 0.2, range: [0, 1], quasiP: 0.001, steadiness: Number.NaN }],
      ...{ coverage: 0.11, density: 0.7, mass: 0.07 },
    },
  ],
  covered: { coverage: 0.72, density: 0.79, mass: 0.27 },
  resamples: 200,
};

/** So many plans by so many settings. */
export function holdsOf(planCount: number, settingCount: number): HoldsAnswer {
  const settings = Array.from(
    { length: settingCount },
    (_, i) =>
      ['Joined-up, money lasts', 'Joined-up, money short', 'Fragmented', 'Rural and poor'][i % 4] + (i > 3 ? ` ${i}` : ''),
  );
  const names = [
    'Pilot waves',
    'Prove, then scale',
    'Everyone at once',
    'Grow from clusters',
    'Train the trainers',
    'Devices first',
    'Nobody rolls it out',
    'Scaling lab',
    'Single vendor',
    'Gated',
  ];
  const reached = (plan: number, setting: number): number => Math.round(20 * Math.abs(Math.sin(plan + 2 * setting + 1)));
  return {
    ...about,
    question: 'holds',
    planLabel: 'Rollout',
    settingLabel: 'Setting',
    threshold: 0.3,
    better: 'high',
    plans: names.slice(0, planCount).map((name, i) => ({
      name,
      satisfices: around(0.8 - 0.06 * i, 0.03),
      meanRegret: around(0.03 + 0.02 * i, 0.012),
      worstRegret: around(0.12 + 0.03 * i, 0.02),
      best: around(0.4 / (i + 1), 0.02),
    })),
    settings,
    cells: names.slice(0, planCount).flatMap((_, plan) =>
      settings.map((_, setting) => ({
        ...{ plan, setting, mean: reached(plan, setting) / 30, reached: reached(plan, setting), futures: 20 },
        isBest: Array.from({ length: planCount }, (_, k) => reached(k, setting)).every(
          (other) => other <= reached(plan, setting),
        ),
      })),
    ),
  };
}

const takes: TakesAnswer = {
  ...about,
  question: 'takes',
  values: inputs.map(() => ({ lowest: 0 })),
  target: 0.3,
  better: 'high',
  reliability: 0.9,
  costOutcome: { name: 'cost', label: 'Spent per learner', unit: 'USD per learner' },
  inputs,
  assumed: [],
  others: [],
  emulator: { terms: 120, q2: 0.91, costQ2: 0.99, error: 0.03 },
  candidates: [0, 1, 2, 3].map((k) => ({
    values: inputs.map((_, i) => Math.abs(Math.sin(i + 0.3 * k))),
    cost: 21 + 2 * k,
    predicted: 0.9 + 0.01 * k,
    real: { share: around(0.84 + 0.04 * k, 0.06), mean: 0.36, cost: 21.5 + 2 * k, futures: 64 },
  })),
  tried: [0, 1, 2, 3, 4, 5, 6, 7].map((k) => ({
    values: inputs.map((_, i) => Math.abs(Math.sin(i + 0.2 * k))),
    cost: 15 + 2 * k,
    predicted: 0.7 + 0.03 * k,
    real: { share: around(0.6 + 0.05 * k, 0.06), mean: 0.33, cost: 16 + 2 * k, futures: 64 },
  })),
  curve: Array.from({ length: 10 }, (_, i) => ({ reliability: 0.05 + 0.1 * i, cost: 6 + 0.2 * i ** 2 })),
  isConfirmed: true,
};

export const answers: readonly Answer[] = [matters, together, fails, holdsOf(4, 4), takes];
