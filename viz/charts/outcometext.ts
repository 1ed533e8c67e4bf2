/** An outcome in words: who is ahead, how many marks pass a threshold, and what its picture shows. */
import { fill, inHundred } from '../../words/index.ts';
import { text } from '../state/language.ts';
import type { Outcome } from '../state/outcomes.ts';
import { passing } from './dots.ts';
import { type Row, written, writtenShort } from './figures.ts';
import type { Win } from './wins.ts';

/** Who has more of it, in how many futures of 100. */
export function winText({ name }: Outcome, { plan, share, words: how }: Win): string {
  const words = text.value.charts.outcomes;
  if (how === 'close') return words.close;
  return fill(words.win, { plan: plan.toUpperCase(), has: words.names[name].has, share: inHundred(share) });
}

/** How many marks pass a threshold. */
export function counted({ outcome, of }: Row, threshold: number): string {
  const words = text.value.charts.outcomes;
  const value = writtenShort(outcome, threshold);
  const [a, b] = of.map(({ dots }) => passing(dots, threshold, outcome.axis));
  return b === undefined ? fill(words.counted, { n: a, value }) : fill(words.countedBoth, { a, b, value });
}

/** What is heard in place of the picture. */
export function heard({ outcome, of }: Row): string {
  const words = text.value.charts.outcomes;
  const { name, sub } = words.names[outcome.name];
  const plans = of.map(({ plan, median, low, high, dots }) => {
    const said = {
      plan: plan.toUpperCase(),
      median: written(outcome, median),
      low: written(outcome, low),
      high: written(outcome, high),
    };
    return `${fill(words.ofPlan, said)} ${dots.some(({ beyond }) => beyond !== 0) ? words.beyond : ''}`;
  });
  return fill(words.picture, { name, sub, plans: plans.join(' ') });
}
