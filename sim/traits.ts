/** What people bring with them: the traits of educators and leaders at the start, and of those who succeed them. */

import { stages } from './agents/educators.ts';
import { clamp } from './arithmetic.ts';
import type { Model } from './model.ts';
import { block, type Key, purposes, unit, words } from './random.ts';

const UNAWARE = stages.indexOf('unaware');

/** Puts a new person in post e, who knows nothing of any innovation. The luck of a post and time is fixed whoever left. */
export function freshEducator(
  { educators, system, traits }: Model,
  key: Key,
  e: number,
  s: number,
  post: number,
  time: number,
): void {
  block(key, purposes.successor, system.schoolKey[s], post, time);
  const need = system.disadvantage[s] - 0.5;
  const vary = (word: number): number => traits.spread * (2 * unit(word) - 1);
  educators.mindset[e] = clamp(traits.mindset + traits.elevating / 2 + vary(words[0]), 0, 1);
  educators.capability[e] = clamp(traits.capability - traits.needCapability * need + vary(words[1]), 0, 1);
  educators.threshold[e] = 1 + traits.thresholdSpread * (2 * unit(words[2]) - 1);
  educators.slack[e] = clamp(traits.slack + traits.elevating / 2 - traits.needSlack * need + vary(words[3]), 0, 1);
  educators.using[e] = 0;
  educators.supplements[e] = 0;
  educators.aware[e] = 0;
  educators.stopped[e] = 0;
  educators.stage[e] = UNAWARE;
  educators.years[e] = 0;
  educators.fidelity[e] = 0;
  educators.adaptation[e] = 0;
  educators.productive[e] = 0;
  educators.ownership[e] = 0;
  educators.tenure[e] = 0;
}
