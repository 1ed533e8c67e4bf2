import { describe, expect, test } from 'vitest';
import { stages } from '../sim/agents/educators.ts';
import { affiliation } from '../sim/agents/schools.ts';
import { normalShare } from '../sim/arithmetic.ts';
import { brokenDown, metrics, timeColumn, timesTo } from '../sim/metrics/index.ts';
import type { Model } from '../sim/model.ts';
import { simulate } from '../sim/run.ts';
import { tallyUp } from '../sim/tally.ts';
import { thresholds } from '../sim/thresholds.ts';
import { planOf, yearsIn } from './futures.ts';

/** Every measure of a model, by name. */
function measured(model: Model): Record<string, number> {
  const tally = tallyUp(model);
  return Object.fromEntries(
    [...metrics, ...brokenDown({ ...model, moved: new Set() })].map(({ name, measure }) => [name, measure(tally, model)]),
  );
}

const plan = planOf({
  years: 6,
  strategy: { kind: 'mandate' },
  ingredients: { betterData: 0.8 },
  events: [{ year: 4, kind: 'closure', school: 2 }],
});
const { model } = yearsIn(6, plan);
const now = measured(model);

/** One school as its educators stand: users of the innovation rolled out. */
interface Seen {
  readonly school: number;
  readonly size: number;
  readonly pupils: number;
  readonly users: readonly number[];
}
const { educators, schools, system } = model;
const open: Seen[] = Array.from({ length: system.schoolCount }, (_, school) => {
  const posts = Array.from({ length: system.educatorCount }, (_, e) => e).filter((e) => system.educatorSchool[e] === school);
  return { school, size: posts.length, pupils: system.pupils[school], users: posts.filter((e) => educators.using[e] === 1) };
}).filter(({ school }) => !schools.closed[school]);
const sum = <T>(list: readonly T[], of: (item: T) => number): number => list.reduce((total, item) => total + of(item), 0);
const over = (e: readonly number[], of: (e: number) => number): number => sum(e, of);
const isInUse = ({ users, size }: Seen): boolean => users.length >= size / 2;
const learners = sum(open, ({ pupils }) => pupils);
const users = open.flatMap((seen) => seen.users);

const seq = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('definitions, worked out educator by educator', () => {
  test('the future is the one that a run makes', () => {
    const { columns } = simulate(plan);
    for (const [name, value] of Object.entries(now)) expect(columns[name].at(-1), name).toBe(value);
    expect(users.length).toBeGreaterThan(100);
    expect(open.length).toBe(system.schoolCount - 1);
  });

  test('quality-weighted reach is the fidelity that a learner meets, 0 without use', () => {
    const quality = sum(open, ({ pupils, size, users }) => (pupils / size) * over(users, (e) => educators.fidelity[e]));
    expect(now.qualityReach).toBeCloseTo(quality / learners, 9);
    expect(now.learnersReached).toBeCloseTo(sum(open, ({ pupils, size, users }) => (pupils * users.length) / size) / learners, 9);
  });

  test('a school is reached by one user, in use with half, and uses it well with fidelity less harm of 0.6', () => {
    expect(now.schoolsReached).toBeCloseTo(open.filter(({ users }) => users.length > 0).length / open.length, 12);
    expect(now.schoolsInUse).toBeCloseTo(open.filter(isInUse).length / open.length, 12);
    const harmless = (e: number): number => educators.fidelity[e] - (educators.productive[e] ? 0 : educators.adaptation[e]);
    const well = open.filter(
      (seen) => isInUse(seen) && over(seen.users, harmless) / seen.users.length >= thresholds.well.default,
    );
    expect(now.schoolsWell).toBeCloseTo(well.length / open.length, 12);
    expect(now.schoolsWell).toBeLessThanOrEqual(now.schoolsInUse);
  });

  test('a school is implementing with half in routine use, and owned without programme money', () => {
    const routine = [stages.indexOf('routine'), stages.indexOf('owning')];
    const isImplementing = ({ users, size }: Seen): boolean =>
      users.filter((e) => routine.includes(educators.stage[e])).length >= size / 2;
    expect(now.schoolsImplementing).toBeCloseTo(open.filter(isImplementing).length / open.length, 12);
    expect(now.learnersImplementing).toBeCloseTo(sum(open.filter(isImplementing), ({ pupils }) => pupils) / learners, 9);
    const owned = open.filter(
      (seen) =>
        isInUse(seen) &&
        over(seen.users, (e) => educators.ownership[e]) / seen.users.length >= 0.5 &&
        schools.support[seen.school] < 0.1,
    );
    expect(now.schoolsOwned).toBeCloseTo(owned.length / open.length, 12);
  });

  test('fidelity, depth and ownership are means over users', () => {
    const meanOf = (of: (e: number) => number): number => over(users, of) / users.length;
    expect(now.fidelity).toBeCloseTo(
      meanOf((e) => educators.fidelity[e]),
      9,
    );
    expect(now.ownership).toBeCloseTo(
      meanOf((e) => educators.ownership[e]),
      9,
    );
    expect(now.depth).toBeCloseTo(
      meanOf((e) => educators.fidelity[e] * (1 + (educators.productive[e] ? educators.adaptation[e] : 0))),
      9,
    );
    expect(now.depth).toBeGreaterThanOrEqual(now.fidelity);
  });

  test('reported use counts everybody at an affiliated school, whatever they do', () => {
    const isAffiliated = ({ school }: Seen): boolean =>
      schools.affiliation[school] >= affiliation('piloting') && schools.affiliation[school] <= affiliation('mainstreamed');
    const posts = sum(open, ({ size }) => size);
    expect(now.educatorsReporting).toBeCloseTo(sum(open.filter(isAffiliated), ({ size }) => size) / posts, 12);
    expect(now.educatorsUsing).toBeCloseTo(users.length / posts, 12);
  });

  test('everybody stands at one stage', () => {
    expect(sum(stages, (stage) => now[`stage.${stage}`])).toBeCloseTo(1, 12);
    const using = now['stage.trialling'] + now['stage.routine'] + now['stage.owning'];
    const anything = open.flatMap(({ school }) => [
      ...educators.using.subarray(system.firstEducator[school], system.firstEducator[school + 1]),
    ]);
    expect(using).toBeCloseTo(anything.filter((v) => v > 0).length / anything.length, 12);
  });

  test('the gain in points is the rise of a middle learner on the normal curve', () => {
    const gain = sum(open, ({ school, pupils }) => schools.gain[school] * pupils) / learners;
    expect(now.gain).toBeCloseTo(gain, 9);
    expect(now.gainPoints).toBeCloseTo(100 * (normalShare(gain) - 0.5), 9);
    // Near the middle a tenth of an SD is 3.98 points: the textbook table says Φ(0.1) = 0.5398.
    expect(100 * (normalShare(0.1) - 0.5)).toBeCloseTo(3.983, 3);
  });

  test('so is the gain of those reached: the gain of schools that use anything over the learners whose educator does', () => {
    const posts = (school: number): number[] => seq(system.firstEducator[school], system.firstEducator[school + 1]);
    const using = (school: number): number =>
      posts(school).filter((e) => educators.using[e] > 0 || educators.supplements[e] > 0).length;
    const some = open.filter(({ school }) => using(school) > 0);
    const gained = sum(some, ({ school, pupils }) => schools.gain[school] * pupils);
    expect(now.gainReached).toBeCloseTo(gained / sum(some, ({ school, pupils, size }) => (pupils * using(school)) / size), 9);
  });
});

describe('who is reached', () => {
  test('fifths of disadvantage share out the learners, each about a fifth of them, the poorest first', () => {
    const { fifths, all } = tallyUp(model);
    for (const key of ['learners', 'schools', 'educators', 'quality', 'inUse'] as const)
      expect(sum(fifths, (f) => f[key])).toBeCloseTo(all[key], 6);
    const largest = Math.max(...system.pupils) / learners;
    for (const { learners: own } of fifths) expect(Math.abs(own / learners - 0.2)).toBeLessThanOrEqual(largest + 1e-9);
    const poverty = (fifth: number): number[] => [...system.disadvantage].filter((_, s) => system.fifth[s] === fifth);
    for (let i = 1; i < 5; i++) expect(Math.min(...poverty(i - 1))).toBeGreaterThanOrEqual(Math.max(...poverty(i)));
  });

  test('whole reach is the mean of fifths weighted by learners, and of districts', () => {
    const { fifths, districts } = tallyUp(model);
    expect(sum(fifths, (f) => f.learners * (f.quality / f.learners)) / learners).toBeCloseTo(now.qualityReach, 9);
    expect(sum(districts, (d) => d.learners)).toBeCloseTo(learners, 6);
    expect(
      sum(districts, (d, i = districts.indexOf(d)) => d.learners * now[`qualityReach.district${i + 1}`]) / learners,
    ).toBeCloseTo(now.qualityReach, 9);
  });
});

describe('missing is missing, not 0', () => {
  test('depth, fidelity, ownership and gain of those reached without users', () => {
    const { columns } = simulate(planOf({ years: 2, localVariants: 0, strategy: { kind: 'organic', seedSchools: 0 } }));
    for (const name of ['depth', 'fidelity', 'ownership', 'gainReached', 'costPerReached', 'costPerPoint', 'tippedOutside'])
      expect(columns[name].every(Number.isNaN), name).toBe(true);
    for (const name of ['qualityReach', 'schoolsInUse', 'schoolsReached', 'gain'])
      expect(
        columns[name].every((x) => x === 0),
        name,
      ).toBe(true);
  });

  test('what lasts, under five schools, and before its years are over', () => {
    const few = measured(yearsIn(6, planOf({ strategy: { kind: 'organic', seedSchools: 3 }, years: 6 })).model);
    for (const name of ['sustainability3', 'sustainability5', 'retention3', 'retention5']) expect(few[name], name).toBeNaN();
  });

  test('and with five or more it is the share of those whose years are over', () => {
    const { model: many } = yearsIn(6, planOf({ years: 6, strategy: { kind: 'clusters' } }));
    many.schools.kept.fill(0);
    many.schools.kept.set([4, 4, 4 | 1, 4 | 1]);
    expect(measured(many).retention3).toBeNaN();
    many.schools.kept.set([4, 4, 4 | 1, 4 | 1, 4 | 8 | 2]);
    expect(measured(many).retention3).toBeCloseTo(2 / 5, 12);
    expect(measured(many).retention5).toBeNaN();
  });
});

describe('what became of schools, followed from outside', () => {
  test('retention follows each school from its first step of implementing', () => {
    const years = 12;
    const followed = planOf({ years, strategy: { kind: 'cascade' }, system: { preset: 'made-up', sample: 0.5 } });
    const history: Uint8Array[] = [];
    for (let step = 0, future = yearsIn(0, followed); step < years * 3; step++) {
      future.step();
      history.push(Uint8Array.from(future.model.schools.implementing));
    }
    const shareAfter = (wait: number): number => {
      let kept = 0;
      let n = 0;
      for (let s = 0; s < followed.system.schoolCount; s++) {
        const first = history.findIndex((row) => row[s] === 1);
        if (first < 0 || first + wait * 3 >= history.length) continue;
        n++;
        kept += history[first + wait * 3][s];
      }
      return n >= 5 ? kept / n : Number.NaN;
    };
    const { columns } = simulate(followed);
    expect(columns.retention3.at(-1)).toBeCloseTo(shareAfter(3), 12);
    expect(columns.retention5.at(-1)).toBeCloseTo(shareAfter(5), 12);
    expect(shareAfter(3)).not.toBeNaN();
  });

  test('the time to a share is the first year in which schools in use reach it', () => {
    const { years, columns } = simulate(plan);
    for (const share of timesTo) {
      const first = columns.schoolsInUse.findIndex((x) => x >= share);
      const column = columns[timeColumn(share)];
      for (let row = 0; row < years.length; row++)
        expect(column[row]).toBe(first >= 0 && row >= first ? years[first] : Number.NaN);
    }
    expect(columns.timeTo10.at(-1)).toBeLessThanOrEqual(columns.timeTo50.at(-1)!);
  });

  test('shares are shares, in every row of every rollout', () => {
    for (const kind of ['organic', 'mandate', 'clusters', 'devices']) {
      const { columns } = simulate(planOf({ years: 8, strategy: { kind } }));
      for (const { name, unit } of metrics) {
        if (!/^share/.test(unit) || name === 'reachGap') continue;
        expect(
          columns[name].every((x) => Number.isNaN(x) || (x >= 0 && x <= 1 + 1e-12)),
          `${name} of ${kind}`,
        ).toBe(true);
      }
    }
  });

  test('what tipped adoptions adds up, and so does what tipped decisions from outside', () => {
    const tipped = Object.entries(now).filter(([name]) => name.startsWith('tipped.'));
    expect(sum(tipped, ([, share]) => share)).toBeCloseTo(1, 12);
    const [broadcast, programme, mandate] = ['broadcast', 'programme', 'mandate'].map((name) => now[`tipped.${name}`]);
    const apart = sum(['seed', 'induction', 'mover', 'creation'], (name) => now[`tipped.${name}`]);
    expect(now.tippedOutside).toBeCloseTo((broadcast + programme + mandate) / (1 - apart), 9);
  });

  test('adoptions so far are counted alike by what tipped them and by innovation', () => {
    expect(sum([...model.innovations.everUsed], (n) => n)).toBe(sum([...model.state.adoptions], (n) => n));
  });
});
