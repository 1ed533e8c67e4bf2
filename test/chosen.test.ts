/** Rollouts that others choose, as the page changes them: whatever is done, the plan can be run. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScenario, type Scenario, strategies } from '../sim/index.ts';
import {
  choosers,
  chosenIn,
  taken,
  withChooser,
  withKind,
  withOneMore,
  withoutChooser,
  withoutOne,
} from '../viz/panels/morechosen.ts';

const DISTRICTS = 4;
const SCHOOLS = 6;
const plan: Scenario = { version: 1, title: 'x', system: { preset: 'made-up' }, years: 5 };
const kinds = strategies.map(({ name }) => name);
const who = fc.constantFrom('districts' as const, 'schools' as const);

/** What a hand can do: each is possible only where the page offers it. */
const deed = fc.record({
  what: fc.constantFrom('more', 'remove', 'kind', 'join', 'leave'),
  at: fc.nat(),
  place: fc.nat(),
  who,
  kind: fc.constantFrom(...kinds),
});

type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

function done(now: Scenario, { what, at, place, who, kind }: Deed): Scenario {
  const all = chosenIn(now);
  const free = (of: 'districts' | 'schools'): number[] =>
    Array.from({ length: of === 'districts' ? DISTRICTS : SCHOOLS }, (_, i) => i).filter((i) => !taken(now, of).has(i));
  if (what === 'more') return free('districts').length > 0 ? withOneMore(now, kind, free('districts')[0]) : now;
  if (all.length === 0) return now;
  const one = at % all.length;
  if (what === 'remove') return withoutOne(now, one);
  if (what === 'kind') return withKind(now, one, kind);
  if (what === 'join') {
    const places = free(who);
    return places.length > 0 ? withChooser(now, one, who, places[place % places.length]) : now;
  }
  const there = all[one][who] ?? [];
  return choosers(all[one]) > 1 && there.length > 0 ? withoutChooser(now, one, who, there[place % there.length]) : now;
}

test('any row of deeds leaves a plan that is sound, in which nobody has chosen twice', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const end = deeds.reduce(done, plan);
      const parsed = parseScenario(end);
      expect(parsed.ok ? [] : parsed.problems).toEqual([]);
      for (const { districts = [], schools = [] } of chosenIn(end))
        for (const list of [districts, schools]) expect(list).toEqual([...new Set(list)].sort((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});

test('adding and taking away again leaves the plan as it was', () => {
  const one = withOneMore(plan, 'lab', 3);
  expect(one.rollouts).toEqual([{ kind: 'lab', districts: [3] }]);
  expect(withoutOne(one, 0)).toEqual(plan);
  expect(withoutChooser(withChooser(one, 0, 'schools', 5), 0, 'schools', 5)).toEqual(one);
  expect(withoutChooser(withChooser(one, 0, 'schools', 5), 0, 'districts', 3).rollouts).toEqual([{ kind: 'lab', schools: [5] }]);
});
