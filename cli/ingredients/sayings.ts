/** Sentences of the document: which words are chosen follows from the numbers, so that none is false after another run. */
import type { Combination, Input, OutcomeColumn, Pair } from '../../study/index.ts';
import { figure, inHundred } from '../../words/index.ts';
import { ENOUGH } from './bar.ts';
import { type Facts, factsFor, type OutcomeFacts } from './facts.ts';
import type { Change, Condition } from './surroundings.ts';
import type { Underway } from './underway.ts';

/** A number with its unit; shares below 10 in 100 with one decimal. */
export function amount(value: number, { unit }: Pick<OutcomeColumn, 'unit'>): string {
  if (!unit.startsWith('share')) return figure(Math.abs(value), unit);
  const hundred = Math.abs(100 * value);
  return `${hundred < 9.5 ? Math.round(10 * hundred) / 10 : Math.round(hundred)} in 100`;
}

export const signed = (value: number, unit: Pick<OutcomeColumn, 'unit'>): string =>
  `${value < 0 ? '−' : '+'}${amount(value, unit)}`;

/** `a`, `a and b`, `a, b and c`. */
const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const quoted = ({ label }: { readonly label: string }): string => `“${label}”`;
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const SHARE = { unit: 'share' };

/** Ingredients by their mean Shapley share over all outcomes, largest first. */
export function byShare({ outcomes }: Facts): readonly Input[] {
  const mean = ({ factor }: Input): number =>
    outcomes.reduce((sum, { matters }) => sum + (matters.inputs.find((input) => input.factor === factor)?.share?.value ?? 0), 0);
  return [...outcomes[0].together.inputs].sort((a, b) => mean(b) - mean(a));
}

/** Whether one ingredient is enough, by the plain runs of each alone. */
export function aloneText({ ingredients, usual }: Underway): string {
  const enough = ingredients.filter((_, i) => usual.only[i].share >= ENOUGH.reliability);
  const best = largest(usual.only.map(({ mean }) => mean));
  const worst = largest(usual.only.map(({ mean }) => -mean));
  const head =
    enough.length === 0
      ? '**No ingredient suffices alone.**'
      : `**${count(enough.length, 'ingredient suffices', 'ingredients suffice')} alone: ${listed(enough.map(quoted))}.**`;
  const range = `With all ${ingredients.length} weak, ${inHundred(usual.weak.mean)} in 100 schools use it well in year 15; with one of them strong, between ${inHundred(usual.only[worst].mean)} and ${inHundred(usual.only[best].mean)} (${quoted(ingredients[best])}); with all strong, ${inHundred(usual.strong.mean)}.`;
  return `${head} ${range}`;
}

/** What the first strong ingredient does for another outcome, by the same runs. */
export function firstText({ ingredients, usual }: Underway, { label }: OutcomeColumn): string {
  const best = largest(usual.only.map(({ change }) => change));
  const { change, isBeyondNoise } = usual.only[best];
  const without = `“${label}” is ${inHundred(usual.weak.mean)} in 100 with all weak and ${inHundred(usual.strong.mean)} with all strong`;
  return isBeyondNoise && change > 0
    ? `${without}; one strong ingredient by itself adds at most ${amount(change, SHARE)} to it (${quoted(ingredients[best])}).`
    : `${without}; no one ingredient by itself adds more to it than luck does.`;
}

/** What is missed most where all else is there. */
export function lastText({ ingredients, usual }: Underway): string {
  const missed = largest(usual.without.map(({ change }) => -change));
  const spared = ingredients.filter((_, i) => !usual.without[i].isBeyondNoise);
  const { change, share, mean } = usual.without[missed];
  if (change >= 0) return 'Where all are strong, taking one away costs nothing that shows.';
  const rest =
    spared.length > 0
      ? ` ${count(spared.length, 'of them is', 'of them are')} not missed at all, as far as luck lets one see.`
      : '';
  return `Where all are strong, ${quoted(ingredients[missed])} is missed most: without it ${inHundred(mean)} in 100 schools use it well, ${amount(change, SHARE)} fewer, and half of the schools do in ${inHundred(share)} of 100 futures.${rest}`;
}

const largest = (values: readonly number[]): number => values.reduce((best, value, i) => (value > values[best] ? i : best), 0);

/** How many pairs stand out, and the strongest of each kind. */
export function pairsText({ together: { pairs, outcome } }: OutcomeFacts, most: number): string {
  const beyond = pairs.filter(({ isBeyondNoise }) => isBeyondNoise);
  const up = beyond.filter(({ effect }) => effect.value > 0);
  const down = beyond.filter(({ effect }) => effect.value < 0);
  const told = (some: readonly Pair[]): string =>
    listed(some.slice(0, most).map(({ a, b, effect }) => `${quoted(a)} with ${quoted(b)} (${signed(effect.value, outcome)})`));
  if (beyond.length === 0)
    return `No pair of ingredients does more or less together than apart to “${outcome.label}”, as far as luck lets one see.`;
  const first =
    up.length > 0
      ? `${up.length} of the ${pairs.length} pairs do more together than apart, above all ${told(up)}.`
      : `None of the ${pairs.length} pairs does more together than apart.`;
  const second =
    down.length > 0
      ? ` ${count(down.length, 'gets', 'get')} in each other’s way, above all ${told(down)}.`
      : ' None gets in the other’s way.';
  return first + second;
}

/** The smallest combinations that are enough, and what they have in common. */
export function enoughText({ together: { combinations } }: OutcomeFacts): string {
  const { list, found, mode, sizeLimit } = combinations;
  const bar = `half of all schools use it well in ${inHundred(ENOUGH.reliability)} of 100 futures`;
  if (list.length === 0) return `No combination of up to ${sizeLimit} ingredients was enough for it that ${bar}.`;
  const smallest = list[0].held.length;
  if (smallest === 0) return `Whatever the ingredients, ${bar}.`;
  const whatever =
    mode === 'every'
      ? 'whatever all others are'
      : 'over all that the others were, though not for certain in each of their settings';
  const common = inAll(list);
  const shared =
    common.length > 0 && list.length > 1
      ? ` ${listed(common.map(quoted))} ${common.length === 1 ? 'is' : 'are'} strong in every one of ${found > list.length ? 'the widest' : 'them'}.`
      : '';
  return `It takes ${smallest === 1 ? 'one ingredient' : `at least ${smallest} ingredients together`}: ${count(found, 'smallest combination is', 'smallest combinations are')} enough for it that ${bar}, ${whatever}.${shared}`;
}

/** Inputs held high in each of some combinations. */
const inAll = (list: readonly Combination[]): readonly Input[] =>
  list[0].held.filter(
    ({ factor, end }) =>
      end === 'high' && list.every(({ held }) => held.some((one) => one.factor === factor && one.end === 'high')),
  );

/** How many of the others are strong at the two ends that are told: mixes are many there, and few at the very ends. */
export const endsOf = (others: number): readonly [few: number, many: number] => [
  Math.round(others / 4),
  others - Math.round(others / 4),
];

/** Which ingredients gain from company, and which lose: first how many, then which. */
export function companyTexts({ company: { inputs, effects }, matters: { noise }, outcome }: OutcomeFacts): readonly string[] {
  const [few, many] = endsOf(inputs.length - 1);
  const slopes = effects.map((row) => row[many] - row[few]);
  // Each end is a mean over fewer mixes than an effect over all, so that twice its noise is asked for.
  const isClear = (i: number): boolean => Math.abs(slopes[i]) > 2 * noise;
  const [gains, loses] = [largest(slopes), largest(slopes.map((slope) => -slope))];
  const told = (i: number): string =>
    `from weak to strong ${quoted(inputs[i])} changes it by ${signed(effects[i][few], outcome)} beside ${few} strong others and by ${signed(effects[i][many], outcome)} beside ${many}`;
  const grow = slopes.filter((slope, i) => slope > 0 && isClear(i)).length;
  const shrink = slopes.filter((slope, i) => slope < 0 && isClear(i)).length;
  return [
    `${grow} of the ${inputs.length} ingredients ${grow === 1 ? 'adds' : 'add'} clearly more beside ${many} strong others than beside ${few}, ${shrink} clearly less, and for ${inputs.length - grow - shrink} it makes no clear difference.`,
    ...(grow > 0 ? [`Most helped by company: ${told(gains)}.`] : []),
    ...(shrink > 0 ? [`Least in need of it: ${told(loses)}.`] : []),
  ];
}

/** What a condition changes in what ingredients add; `most`: how many are named of each kind. */
export function conditionText({ label, effect, isBeyondNoise, changes }: Condition, most: number, noise: number): string {
  const byItself = isBeyondNoise
    ? `Raising “${label}” from low to high changes the share of schools that use it well by ${signed(effect, SHARE)} by itself, averaged over the ingredients.`
    : `“${label}” by itself changes the share of schools that use it well by no more than luck does.`;
  const clear = changes.filter((change) => change.isBeyondNoise);
  if (clear.length === 0)
    return `${byItself} What each ingredient adds is the same whether it is low or high, as far as luck lets one see.`;
  const size = ({ low, high }: Change): number => Math.abs(high) - Math.abs(low);
  const kinds = [
    { some: clear.filter((one) => size(one) > 0).sort((a, b) => size(b) - size(a)), text: 'for more' },
    { some: clear.filter((one) => size(one) <= 0).sort((a, b) => size(a) - size(b)), text: 'for less' },
  ].filter(({ some }) => some.length > 0);
  const told = (one: Change): string =>
    `${quoted(one)} (${signed(one.low, SHARE)} where it is low, ${signed(one.high, SHARE)} where it is high)`;
  const counts = kinds.map(
    ({ some, text }) =>
      `${count(some.length, 'ingredient counts', 'ingredients count')} ${text}, ${some.length > most ? 'above all ' : ''}${listed(some.slice(0, most).map(told))}`,
  );
  const turned = clear
    .filter(({ low, high }) => low * high < 0 && Math.min(Math.abs(low), Math.abs(high)) > noise)
    .map(
      (one) =>
        `${quoted(one)} ${one.low > 0 ? 'helps where it is low and harms' : 'harms where it is low and helps'} where it is high`,
    );
  return [byItself, `Where it is high, ${counts.join('; ')}.`, ...turned.map((text) => `${text}.`)].join(' ');
}

/** Whether ingredients do under each rollout what they do under another. */
export function rolloutsTexts({ ingredients, rollouts }: Underway): readonly string[] {
  const last = rollouts.map(({ without }) => largest(without.map(({ change }) => -change)));
  const clear = rollouts.flatMap(({ without }, r) => (without[last[r]].isBeyondNoise && without[last[r]].change < 0 ? [r] : []));
  const times = ingredients.map((_, i) => clear.filter((r) => last[r] === i).length);
  const usual = largest(times);
  const spans = rollouts.map(({ weak, strong }) => strong.mean - weak.mean);
  const [most, least] = [largest(spans), largest(spans.map((span) => -span))];
  const told = (r: number): string =>
    `“${rollouts[r].label}” (${inHundred(rollouts[r].weak.mean)} to ${inHundred(rollouts[r].strong.mean)} in 100 schools)`;
  const missed =
    clear.length === 0
      ? 'Where all are strong, none is missed by more than luck would do, under any rollout.'
      : `Where all are strong, some ingredient is missed beyond luck under ${clear.length} of the ${rollouts.length} rollouts; most often ${quoted(ingredients[usual])}, under ${times[usual]}.`;
  return [
    `From all weak to all strong, schools that use it well change most under ${told(most)} and least under ${told(least)}.`,
    missed,
  ];
}

/** Who is in front for each of the goals that a plan may have. */
export function frontText(facts: Facts, name: string): string {
  const { outcome, matters } = factsFor(facts, name);
  const beyond = matters.inputs.filter(({ isBeyondNoise }) => isBeyondNoise);
  if (beyond.length === 0) return `nothing moves “${outcome.label}” by more than luck does`;
  const front = beyond.slice(0, 3).map((input) => `${quoted(input)} (${signed(input.withOthers.value, outcome)})`);
  const harm = beyond.filter(({ withOthers }) => withOthers.value < 0);
  const against = harm.length > 0 ? `; ${listed(harm.map(quoted))} ${harm.length === 1 ? 'lowers' : 'lower'} it` : '';
  return `${listed(front)}${against}`;
}
