import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { futuresOf, atEnd, mean, planOf, type Wish } from './futures.ts';
const d = JSON.parse(readFileSync('scenarios/default.json', 'utf8'));
const { ingredients } = d;
test('probe', () => {
  for (const sample of [0.5, 1]) for (const kind of ['mandate', 'clusters', 'waves', 'devices']) {
    const runs = futuresOf(planOf({ system: { preset: 'made-up', sample }, years: 15, ingredients, strategy: { kind } }), 6);
    for (const y of [3, 10, 15]) console.log(sample, kind, y, ['schoolsInUse', 'qualityReach', 'fidelity', 'ownership', 'trust', 'retention3', 'gain', 'gainCumulative', 'spentPerLearner', 'policyAdopted'].map((k) => `${k} ${mean(atEnd(runs, k, y * 3)).toFixed(3)}`).join(' '));
  }
});
