import { expect, test } from 'vitest';
import { atEnd, futuresOf, mean, planOf } from './futures.ts';

/** Nobody speaks of it but those who use it, who are one educator in ten from the first day. */
const spoken = (parameters: object) =>
  futuresOf(
    planOf({
      years: 3,
      localVariants: 0,
      innovations: [{ name: 'one', visibility: 0 }],
      strategy: { kind: 'organic', seedSchools: 100, seedShare: 0.1 },
      parameters: { decision: { broadcast: 0, contagion: 0 }, awareness: { broadcast: 0, ...parameters } },
    }),
    4,
  );

test('news comes the sooner the more colleagues talk of it, over all that is thought possible', () => {
  for (const levels of [[0.3, 0.5, 0.7, 1].map((contact) => ({ contact })), [0.5, 0.7, 1, 2].map((sharing) => ({ sharing }))]) {
    const unaware = levels.map((level) => mean(atEnd(spoken(level), 'stage.unaware')));
    for (const [i, share] of unaware.slice(1).entries()) expect(share).toBeLessThan(unaware[i] - 0.005);
  }
});
