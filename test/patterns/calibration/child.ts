/** A process that makes the patterns' numbers at points as it is told: an order comes in over the channel, readings go back. */
import type { Reading } from '../../../study/matching/target.ts';
import { evaluate } from '../known/evaluate.ts';
import { patterns } from '../known/index.ts';
import { type Order, smaller } from './order.ts';

process.on('message', ({ name, patterns: ids, set, seed, futures, isSmall }: Order) => {
  const chosen = ids.map((id) => patterns.find((one) => one.id === id)!).map((one) => (isSmall ? smaller(one) : one));
  const judged = evaluate(chosen, { set, seed, futures: (n) => Math.min(n, futures) });
  const readings: Reading[] = judged.flatMap(({ findings }) =>
    findings.map(({ estimate: { value, standardError } }) => ({ value, standardError })),
  );
  process.send?.({ name, readings }, undefined, undefined, (error) => {
    // Nobody is there to hear it any more.
    if (error) process.exit(1);
  });
});
process.send?.({});
