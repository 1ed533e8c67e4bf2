/** What the learning loop leaves: a log that accounts for the design, and recommendations in words. */
import { describe, expect, test } from 'vitest';
import { simulate } from '../sim/index.ts';
import { learnedTable } from '../viz/charts/learnedtable.ts';
import { cycleSentence, languages, panels, recommendations, recommendationsOf, worthOf } from '../words/index.ts';
import { differing, futuresOf, planOf, type Wish } from './futures.ts';

const loop = { betterData: 0.8, cultureOfResearch: 0.9, flexibleFinancing: 0.9 };
const lab = (wish: Wish = {}): Wish => ({ years: 10, ingredients: loop, strategy: { kind: 'lab' }, localVariants: 0, ...wish });
const runs = futuresOf(planOf(lab()), 12);

describe('the log of the learning loop', () => {
  test('has every cycle, kept or not, and the kept ones add up to what became of the effect', () => {
    for (const { cycles, columns } of runs) {
      const kept = cycles!.filter((cycle) => cycle.kept);
      expect(cycles).toHaveLength(columns.learningCycles.at(-1)!);
      expect(kept).toHaveLength(columns.recommendations.at(-1)!);
      const gained = kept.reduce((sum, { tried }) => sum + tried, 0);
      const rise = columns.trueEffect.at(-1)! - columns.trueEffect[0];
      // The ceiling swallows what passes it; below it the two agree to the last digits of a sum.
      if (Math.max(...columns.trueEffect) < 0.399) expect(rise).toBeCloseTo(gained, 12);
      else expect(rise).toBeLessThan(gained + 1e-12);
      for (const { measured, kept } of cycles!) expect(kept).toBe(measured > 0);
    }
    expect(runs.flatMap(({ cycles }) => cycles!).length).toBeGreaterThan(30);
  });

  test('shows that measuring helps, and that little data keep more harm', () => {
    const harm = (betterData: number): number => {
      const kept = futuresOf(planOf(lab({ parameters: { learning: { scale: 20 } }, ingredients: { ...loop, betterData } })), 24)
        .flatMap(({ cycles }) => cycles!)
        .filter((cycle) => cycle.kept);
      expect(kept.length).toBeGreaterThan(80);
      return kept.filter(({ tried }) => tried < 0).length / kept.length;
    };
    const [little, much] = [harm(0.1), harm(1)];
    // A change is drawn with a spread of 0.03 SD and measured with a noise of 0.08·(1 − 0.8·data): atan(noise/spread)/π do harm.
    // With some 100 kept changes a share has a standard error of at most 0.05.
    expect(little).toBeGreaterThan(much + 0.05);
    expect(little).toBeLessThan(0.5);
  });
});

describe('peer-to-peer learning', () => {
  const two = {
    innovations: [
      { name: 'a', effectSpread: 0 },
      { name: 'b', effectSpread: 0 },
    ],
  };
  const strategy = { kind: 'waves', seedSchools: 30, fellowships: 40, partners: 0, waves: { models: 'menu', byFit: 0 } };
  const withPartners = { parameters: { ties: { clusterShare: 0 } }, strategy: { ...strategy, partners: 1 } };
  const passing = (rate: number, wish: Wish = {}) => {
    const { parameters = {}, ...rest } = wish as { parameters?: Wish };
    const learning = { learning: { passing: rate, partnerTie: 0.5, scale: 20 } };
    return futuresOf(planOf(lab({ ...two, years: 6, strategy, parameters: { ...learning, ...parameters }, ...rest })), 6);
  };
  const passed = (runs: ReturnType<typeof passing>): number[] => runs.map(({ columns }) => columns.lessonsPassed.at(-1)!);
  const apart = { ties: { clusterShare: 0 } };

  test('passes a kept change on where two innovations meet in clusters', () => {
    const together = passing(0.5, { parameters: { ties: { clusterShare: 1 } } });
    expect(Math.min(...passed(together))).toBeGreaterThan(0);
    for (const { cycles } of together)
      for (const { kept, innovation, passedTo } of cycles!) {
        if (!kept) expect(passedTo).toEqual([]);
        expect(passedTo).not.toContain(innovation);
      }
  });

  test('where no cluster works and no partner goes between nothing passes, and partners are a tie', () => {
    expect(passed(passing(0.5, { parameters: apart }))).toEqual(new Array(6).fill(0));
    expect(Math.min(...passed(passing(0.5, withPartners)))).toBeGreaterThan(0);
  });

  test('passes what it says, part of the change, good or bad', () => {
    const first = (rate: number) => passing(rate, { ...withPartners, years: 4 });
    const alone = first(0);
    let seen = 0;
    for (const [k, run] of first(0.5).entries()) {
      const taught = run.cycles!.filter(({ passedTo }) => passedTo.includes(0)).reduce((sum, { tried }) => sum + tried, 0);
      const gained = run.columns.trueEffect.at(-1)! - alone[k].columns.trueEffect.at(-1)!;
      // Part of the change 0.5, tie by partners alone 0.5.
      expect(gained).toBeCloseTo(0.25 * taught, 12);
      if (taught !== 0) seen++;
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('is off unless a plan asks for it', () => {
    expect(passing(0)[0].columns).not.toHaveProperty('lessonsPassed');
    expect(passing(0)[0].cycles!.every(({ passedTo }) => passedTo.length === 0)).toBe(true);
  });
});

describe('a lab that ends', () => {
  const ends = futuresOf(planOf(lab({ strategy: { kind: 'lab', lab: { years: 4 } } })), 12);

  test('is the same lab until then', () => {
    for (const [k, run] of ends.entries()) expect(differing(run, runs[k], 4 * 3 + 1)).toEqual([]);
    expect(ends.some((run, k) => run.digest !== runs[k].digest)).toBe(true);
  });

  test('tries nothing more and adds no school, and what it has kept stays', () => {
    for (const { cycles, columns } of ends) {
      // The cycle at the end of year 4 still belongs to the year in which the lab worked.
      for (const { year } of cycles!) expect(year).toBeLessThanOrEqual(4);
      expect(new Set(columns.trueEffect.subarray(4 * 3 + 1)).size).toBe(1);
    }
    const last = (all: typeof runs) => all.reduce((sum, { columns }) => sum + columns.educatorsReporting.at(-1)!, 0);
    expect(last(ends)).toBeLessThan(last(runs));
  });

  test('a lab of sixty years is the lab without an end', () => {
    expect(simulate(planOf(lab({ strategy: { kind: 'lab', lab: { years: 60 } } }))).digest).toBe(runs[0].digest);
  });
});

describe('recommendations in words', () => {
  const cycle = {
    year: 3,
    innovation: 0,
    tried: 0.021,
    measured: 0.034,
    kept: true,
    elaboration: 0.5,
    costFactor: 0.97,
    effort: 1,
    passedTo: [1],
  };
  const dropped = {
    ...cycle,
    passedTo: [],
    year: 5,
    tried: -0.01,
    measured: -0.002,
    kept: false,
    elaboration: 0.58,
    costFactor: 0.94,
    effort: -1,
  };

  test('say what was tried, what is kept, and what it brings as measured and in truth', () => {
    expect(recommendationsOf([cycle, dropped], ['Reading together'])).toEqual([
      'Reading together: 2 changes were tried, 1 kept.',
      'Keep what was changed in year 3.',
      'As measured these add +0.03 SD a year; in truth they add +0.02.',
      'Use the present edition: 58 in 100 of design and procedure are worked out, at 94 in 100 of the first year’s unit cost.',
      'What was learned has gone to a variant made by a school.',
      'Put effort into breadth: practice is deep.',
    ]);
    expect(cycleSentence(dropped, [])).toBe(
      'Year 5, the innovation: a change measured at 0.00 SD a year was dropped; in truth it would have brought −0.01.',
    );
  });

  test('say so where nothing was better, and name a variant of a school as one', () => {
    const lines = recommendationsOf([{ ...dropped, innovation: 2 }], ['a', 'b']);
    expect(lines[0]).toBe('A variant made by a school: 1 change was tried, 0 kept.');
    expect(lines[1]).toMatch(/^No change was measured to be better/);
    expect(recommendationsOf([], ['a'])).toEqual([]);
  });

  test.each([
    [-0.0049, '0.00'],
    [-0, '0.00'],
    [0.0049, '0.00'],
    [-0.006, '−0.01'],
    [0.006, '+0.01'],
  ])('%d is said as %s: what rounds to nought has no sign', (measured, said) => {
    expect(cycleSentence({ ...cycle, measured }, [])).toContain(`measured at ${said} SD`);
    expect(recommendationsOf([{ ...cycle, measured }], [])).toContain(
      `As measured these add ${said} SD a year; in truth they add +0.02.`,
    );
  });

  test('have the numbers and plurals of the language that they are in', async () => {
    const words = { messages: (await languages.fr.loadPanels!()).learned, tag: 'fr' };
    const [{ tried, lines }] = recommendations([cycle, dropped], ['Lire ensemble'], words);
    expect(tried).toMatch(/2 changements essayés, 1 gardé\.$/);
    expect(lines[0]).toBe('Garder ce qui a été changé l’année 3.');
    expect(lines[1]).toContain('+0,03');
    expect(recommendations([{ ...dropped, measured: -0.02 }], [], words)[0].tried).toMatch(/1 changement essayé, 0 gardé\.$/);
  });

  test('have a table behind them, a row a cycle, that says whose it is where there are two plans', () => {
    const words = { messages: panels.learned, tag: 'en' };
    const { columns, rows } = learnedTable(
      [{ plan: 'x', cycles: [cycle, { ...dropped, elaboration: 0.75, costFactor: 0 }], names: ['a'] }],
      words,
      true,
    );
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows).toEqual([
      ['x', 3, 'a', 0.034, 0.021, 'kept', 50, 97, 'a variant made by a school'],
      ['x', 5, 'a', -0.002, -0.01, 'dropped', 75, Number.NaN, ''],
    ]);
    expect(learnedTable([], words, false).columns).toHaveLength(columns.length - 1);
  });

  test('are weighed over all futures', () => {
    const run = (cycles: (typeof cycle)[]) => ({ ...runs[0], cycles });
    expect(worthOf([run([cycle, { ...cycle, tried: -0.02 }]), run([dropped])])).toBe(
      'Over 2 futures 1.0 changes are kept on average; 50 in 100 of them do harm.',
    );
    expect(worthOf([run([dropped])])).toBeUndefined();
  });
});
