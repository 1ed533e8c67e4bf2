import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, parseScenario, type Scenario, simulate, strategies } from '../sim/index.ts';
import { atEnd, futuresOf, mean } from './futures.ts';
import { standardError } from './patterns/verification/check.ts';

const folder = `${import.meta.dirname}/../scenarios`;
const shipped = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));

function read(file: string): Scenario {
  const parsed = parseScenario(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${file} ${path}: ${message}`).join('\n'));
  return parsed.value;
}

describe('the scenarios that ship', () => {
  test.each(shipped)('%s is sound, says what to look for, and runs', (file) => {
    const scenario = read(file);
    expect(scenario.$schema).toBe('./scenario.schema.json');
    expect(scenario.description).toBeTruthy();
    expect(scenario.lookFor).toBeTruthy();
    const { columns } = simulate(compile({ ...scenario, years: 2 }));
    expect(columns.learnersReached.at(-1)).toBeGreaterThanOrEqual(0);
  });

  test('one for each rollout, on the same schools with the same ingredients and money', () => {
    const plans = strategies.map(({ name }) => read(`${name === 'clusters' ? 'default' : name}.json`));
    for (const [i, plan] of plans.entries()) {
      expect((plan.strategy as { kind: string }).kind).toBe(strategies[i].name);
      for (const part of ['system', 'ingredients', 'finance', 'innovations', 'years'] as const)
        expect(plan[part]).toEqual(plans[0][part]);
    }
  });

  test('the default is a made-up district of 212 schools, 8 districts and about 4,000 educators over 15 years of 3 terms', () => {
    const plan = compile(read('default.json'));
    expect([plan.system.schoolCount, plan.system.districtCount, plan.years, plan.stepsPerYear]).toEqual([212, 8, 15, 3]);
    expect(Math.abs(plan.system.educatorCount - 4000)).toBeLessThan(40);
  });
});

describe('two ideas in one system', () => {
  const scenario = read('competing-ideas.json');
  const { ingredients } = scenario;
  /** Data and the habit of stopping stay what they are on the first day. */
  const unmeasured = { ...scenario, ingredients: { ...ingredients, betterData: 0.1, cultureOfResearch: 0.1 } };
  const [measured, blind] = [scenario, unmeasured].map((plan) => futuresOf(compile(plan), 24));
  const users = (runs: typeof blind, idea: 1 | 2) => atEnd(runs, `educatorsUsing.innovation${idea}`);
  const gain = (runs: typeof blind) => atEnd(runs, 'gainCumulative');

  test.each([
    ['the weak idea that is seen comes to be used by more than the strong one that is not', users(blind, 2), users(blind, 1)],
    ['by fewer where results are measured and what does not work is stopped', users(blind, 2), users(measured, 2)],
    ['and more is learned there', gain(measured), gain(blind)],
  ])('%s', (_, more, less) => {
    const gap = more.map((x, k) => x - less[k]);
    expect(mean(gap)).toBeGreaterThan(2 * standardError(gap));
  });
});
