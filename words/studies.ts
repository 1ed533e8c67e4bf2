/** The answers of a study as one plain sentence each, and what to bear in mind beside it. */
import type {
  Answer,
  Better,
  Combination,
  FailsAnswer,
  HoldsAnswer,
  Interval,
  Limit,
  MattersAnswer,
  Pair,
  TakesAnswer,
  TogetherAnswer,
} from '../study/index.ts';
import { figure, inHundred } from './figures.ts';
import { type Fillings, fill } from './fill.ts';
import { studies as m } from './messages/en/studies.ts';

/** One plain sentence, or two where an answer has two parts. */
export function answerSentence(answer: Answer): string {
  switch (answer.question) {
    case 'matters':
      return mattersSentence(answer);
    case 'together':
      return togetherSentence(answer);
    case 'fails':
      return failsSentence(answer);
    case 'holds':
      return holdsSentence(answer);
    case 'takes':
      return takesSentence(answer);
  }
}

/** A number with its unit; shares below 10 in 100 with one decimal, so that a small effect is not written as none. */
function amount(value: number, unit: string): string {
  if (!unit.startsWith('share') || Math.abs(value) >= 0.095 || Number.isNaN(value)) return figure(value, unit);
  return fill(m.inHundred, { n: Math.round(1000 * value) / 10 });
}

const size = (value: number, unit: string): string => amount(Math.abs(value), unit);

const signed = (value: number, unit: string): string => `${value < 0 ? '−' : '+'}${size(value, unit)}`;

const sideOf = (better: Better): string => (better === 'high' ? m.together.atLeast : m.together.atMost);

/** `a`, `a and b`, `a, b and c`. */
function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(m.between)} ${m.and} ${items[items.length - 1]}`;
}

/** Both ends of a range; what follows the numbers alike is said once, and equal ends are one. */
function rangeText({ low, high }: Interval, text: (value: number) => string): string {
  const [from, to] = [text(low), text(high)];
  if (from === to) return from;
  const unit = /(?<=^\S+) .*$/.exec(from)?.[0] ?? '';
  return fill(m.range, { low: to.endsWith(unit) ? from.slice(0, from.length - unit.length) : from, high: to });
}

function mattersSentence({ outcome, inputs, measure }: MattersAnswer): string {
  const beyond = inputs.filter(({ isBeyondNoise }) => isBeyondNoise);
  const idle = inputs.length - beyond.length;
  if (beyond.length === 0) return fill(m.matters.nothing, { outcome: outcome.label });
  const [first, ...next] = beyond.slice(0, 3);
  const none = idle > 0 ? fill(m.matters.idle, { n: idle, all: inputs.length }) : '';
  const shared = { outcome: outcome.label, first: first.label, none };
  const { unit } = outcome;
  if (measure === 'variance')
    return fill(m.matters.variance, {
      ...shared,
      total: inHundred(first.withOthers.value),
      alone: inHundred(Math.max(0, first.alone.value)),
      next: after(
        m.matters.nextVariance,
        next.map(({ label, withOthers }) => fill(m.matters.oneVariance, { label, total: inHundred(withOthers.value) })),
      ),
    });
  const text = measure === 'change' ? (value: number) => signed(value, unit) : (value: number) => size(value, unit);
  const { withOthers } = first;
  return withoutEmptyRange(
    fill(measure === 'change' ? m.matters.change : m.matters.elementary, {
      ...shared,
      change: text(withOthers.value),
      range: Number.isNaN(withOthers.low) ? '' : rangeText(withOthers, text),
      next: after(
        m.matters.nextChange,
        next.map((input) => fill(m.matters.oneChange, { label: input.label, change: text(input.withOthers.value) })),
      ),
    }),
  );
}

const after = (template: string, items: readonly string[]): string =>
  items.length > 0 ? fill(template, { list: listed(items) }) : '';

/** With one future a point there is no range, and the brackets around it go. */
const withoutEmptyRange = (text: string): string => text.replace(/ \( [^)]*\)/, '');

function togetherSentence({ outcome, pairs, noise, combinations }: TogetherAnswer): string {
  const beyond = pairs.filter(({ isBeyondNoise }) => isBeyondNoise);
  const up = beyond.find(({ effect }) => effect.value > 0);
  const down = beyond.find(({ effect }) => effect.value < 0);
  const names = ({ a, b, effect }: Pair): Fillings => ({ a: a.label, b: b.label, effect: size(effect.value, outcome.unit) });
  const enough = enoughText(combinations, outcome.unit);
  const shared = { outcome: outcome.label, enough };
  const { stronger, against, alsoAgainst, alsoStronger, none } = m.together.pairs;
  if (up && beyond[0] === up)
    return fill(stronger, { ...shared, ...names(up), against: down ? fill(alsoAgainst, names(down)) : '' });
  if (down) return fill(against, { ...shared, ...names(down), stronger: up ? fill(alsoStronger, names(up)) : '' });
  return fill(none, { ...shared, noise: size(noise, outcome.unit) });
}

function enoughText(
  { list, mode, reliability, threshold, better, sizeLimit }: TogetherAnswer['combinations'],
  unit: string,
): string {
  const { enough } = m.together;
  const shared = { reliability: inHundred(reliability), threshold: amount(threshold, unit), side: sideOf(better) };
  const best = widest(list);
  if (!best) return fill(enough.none, { ...shared, size: sizeLimit });
  if (best.held.length === 0) return fill(enough.always, shared);
  const held = listed(best.held.map(({ label, end }) => fill(m.together[end], { label })));
  return fill(enough[mode], { ...shared, held, consistency: inHundred(best.consistency), coverage: inHundred(best.coverage) });
}

/** Of the combinations with fewest inputs, the one that covers most. */
const widest = (list: readonly Combination[]): Combination | undefined =>
  list
    .filter(({ held }) => held.length === list[0].held.length)
    .reduce<Combination | undefined>((best, c) => (best && best.coverage >= c.coverage ? best : c), undefined);

function failsSentence({ outcome, side, threshold, base, box, density, coverage, further, covered }: FailsAnswer): string {
  const shared = {
    outcome: outcome.label,
    side: m.fails[side],
    threshold: amount(threshold, outcome.unit),
    base: inHundred(base),
  };
  if (box.length === 0) return fill(m.fails.none, shared);
  return fill(m.fails.box, {
    ...shared,
    limits: listed(box.map(limitText)),
    density: inHundred(density.value),
    range: rangeText(density, (value) => String(inHundred(value))),
    coverage: inHundred(coverage.value),
    further:
      further.length === 0
        ? ''
        : fill(m.fails.further, {
            boxes: further
              .map((one) => fill(m.fails.oneFurther, { limits: listed(one.box.map(limitText)), n: inHundred(one.density) }))
              .join(m.fails.orWhere),
            covered: inHundred(covered.coverage),
            density: inHundred(covered.density),
          }),
  });
}

function limitText({ label, low, high, range, kept }: Limit): string {
  const { limitBelow, limitAbove, limitBetween, limitKept, or } = m.fails;
  const text = (value: number): string => plain(value, range[1] - range[0]);
  if (kept) return fill(limitKept, { label, kept: kept.join(or) });
  if (low <= range[0]) return fill(limitBelow, { label, high: text(high) });
  if (high >= range[1]) return fill(limitAbove, { label, low: text(low) });
  return fill(limitBetween, { label, low: text(low), high: text(high) });
}

/** A value of an input, with as many decimals as a hundredth of its range needs. */
function plain(value: number, range: number): string {
  const decimals = Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(Math.max(1e-6, range)))));
  return String(Number(value.toFixed(range >= 10 ? Math.max(0, decimals - 1) : decimals)));
}

function holdsSentence({ outcome, plans, settings, threshold, better }: HoldsAnswer): string {
  const [first, second] = plans;
  const regret = (plan: HoldsAnswer['plans'][number]): string => size(plan.meanRegret.value, outcome.unit);
  const isTie = first.meanRegret.high >= second.meanRegret.low;
  if (isTie)
    return fill(m.holds.tie, {
      plan: first.name,
      other: second.name,
      regret: regret(first),
      otherRegret: regret(second),
      outcome: outcome.label,
    });
  const text = fill(m.holds.leader, {
    plan: first.name,
    n: settings.length,
    regret: regret(first),
    outcome: outcome.label,
    range: rangeText(first.meanRegret, (value) => size(value, outcome.unit)),
    threshold: amount(threshold, outcome.unit),
    side: sideOf(better),
    reached: inHundred(first.satisfices.value),
  });
  if (settings.length < 2) return text;
  const worst = fill(m.holds.worst, {
    worst: size(first.worstRegret.value, outcome.unit),
    other: second.name,
    otherWorst: size(second.worstRegret.value, outcome.unit),
  });
  return `${text} ${worst}`;
}

/** What was found, and over what futures. */
function takesSentence(answer: TakesAnswer): string {
  const { assumed } = answer;
  if (assumed.length === 0) return foundSentence(answer);
  return `${foundSentence(answer)} ${fill(m.takes.over, { n: assumed.length, list: listed(assumed.map(({ label }) => label)) })}`;
}

function foundSentence(answer: TakesAnswer): string {
  const { outcome, target, better, reliability, candidates, isConfirmed } = answer;
  const shared = {
    outcome: outcome.label,
    target: amount(target, outcome.unit),
    side: sideOf(better),
    reliability: inHundred(reliability),
  };
  const [first] = candidates;
  if (!first) return fill(m.takes.none, shared);
  const priced = (cost: number): string =>
    answer.costOutcome
      ? amount(cost, answer.costOutcome.unit)
      : fill(m.takes.levels, { n: Math.round(100 * cost) / 100, all: answer.inputs.length });
  if (!isConfirmed || !first.real)
    return fill(m.takes.predicted, { ...shared, mix: mixText(answer, first), cost: priced(first.cost) });
  const { share, cost } = first.real;
  if (share.value >= reliability)
    return fill(m.takes.real, {
      ...shared,
      n: answer.tried.length,
      mix: mixText(answer, first),
      cost: priced(cost),
      share: inHundred(share.value),
      range: rangeText(share, (value) => String(inHundred(value))),
    });
  const nearest = candidates.reduce((best, c) => ((c.real?.share.value ?? 0) > (best.real?.share.value ?? 0) ? c : best));
  return fill(m.takes.short, {
    ...shared,
    n: answer.tried.length,
    mix: mixText(answer, nearest),
    share: inHundred(nearest.real?.share.value ?? 0),
  });
}

/** What is raised above its lowest, and that the rest is not. */
function mixText(
  { inputs, values: texts }: Pick<TakesAnswer, 'inputs' | 'values'>,
  { values }: TakesAnswer['candidates'][number],
): string {
  const raised = inputs.filter(({ factor }) => texts[factor].lowest !== values[factor]);
  if (raised.length === 0) return m.takes.lowest;
  const items = raised.map(({ factor, label }) => fill(m.takes.item, { label, value: textOf(texts[factor], values[factor]) }));
  return listed(raised.length < inputs.length ? [...items, m.takes.lows] : items);
}

const textOf = ({ choices }: TakesAnswer['values'][number], value: number): string =>
  choices?.[value] ?? String(Math.round(100 * value) / 100);
