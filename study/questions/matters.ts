/** Which inputs matter: by the method that the design was made for. */
import { largestFirst } from '../statistics/order.ts';
import { twoLevelOf } from '../statistics/twolevel.ts';
import type { StudyTable } from '../table.ts';
import type { AnswerTable, Growth, InputShare, MattersAnswer, Refusal } from './answer.ts';
import { type Asking, isRefusal, measured, outcomeOf, startOf } from './asking.ts';
import type { Finding } from './matters/finding.ts';
import { growthOf } from './matters/growth.ts';
import { bySaltelli } from './matters/saltelli.ts';
import { bySurface } from './matters/surface.ts';
import { byTrajectories } from './matters/trajectories.ts';
import { byTwoLevels } from './matters/twolevels.ts';

export interface MattersWish extends Asking {
  /** Whether to tell how the answer settled as more was run: takes about as long again. */
  readonly growth?: boolean;
}

export function matters(table: StudyTable, wish: MattersWish = {}): MattersAnswer | Refusal {
  const outcome = outcomeOf(table, wish);
  if (isRefusal(outcome)) return outcome;
  const finding = findingOf(table, outcome, wish);
  if (isRefusal(finding)) return finding;
  const order = largestFirst(finding.inputs.map(({ withOthers }) => Math.abs(withOthers.value)));
  const inputs = order.map((i) => finding.inputs[i]);
  const growth = wish.growth && growthOf(table, finding, (part) => findingOf(part, outcome, { ...wish, resamples: 0 }));
  return {
    ...startOf(table, outcome),
    question: 'matters',
    ...finding,
    inputs,
    ...(growth && { growth: inOrder(growth, order) }),
    table: tableOf(finding, inputs),
  };
}

const inOrder = ({ unit, steps }: Growth, order: readonly number[]): Growth => ({
  unit,
  steps: steps.map((step) => ({ ...step, withOthers: order.map((i) => step.withOthers[i]) })),
});

function findingOf(table: StudyTable, outcome: Parameters<typeof byTwoLevels>[1], wish: Asking): Finding | Refusal {
  const { kind } = table.design;
  if (kind === 'oneAtATime')
    return {
      ok: false,
      why: 'Moving one input at a time shows each alone and nothing of how they act with others: use a fraction, morris or saltelli design to say which matter.',
    };
  if (kind === 'morris') return byTrajectories(table, outcome, wish);
  if (kind === 'saltelli') return bySaltelli(table, outcome, wish);
  const design = twoLevelOf(table);
  return design ? byTwoLevels(table, outcome, design, wish) : bySurface(measured(table, outcome.name), outcome, wish);
}

function tableOf({ inputs: all }: Finding, inputs: readonly InputShare[]): AnswerTable {
  const interval = (name: string) => [name, `${name}_low`, `${name}_high`];
  const extra = (['sigma', 'slope', 'rankSlope'] as const).filter((name) => all.some((input) => input[name] !== undefined));
  const hasShares = all.some(({ share }) => share);
  return {
    columns: [
      ...['input', 'label', 'grade', ...interval('alone'), ...interval('with_others'), ...(hasShares ? interval('share') : [])],
      ...['best_place', 'worst_place', 'beyond_noise', ...extra],
    ],
    rows: inputs.map((input) => [
      ...[input.name, input.label, input.grade],
      ...[input.alone, input.withOthers, ...(input.share ? [input.share] : [])].flatMap(({ value, low, high }) => [
        value,
        low,
        high,
      ]),
      ...[...input.place, input.isBeyondNoise ? 'yes' : 'no', ...extra.map((name) => input[name] ?? null)],
    ]),
  };
}
