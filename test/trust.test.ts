import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boundsOf, compile, parseScenario, type Results, type Scenario, settings, simulate, slotOf } from '../sim/index.ts';
import { candidatesOf, moveOf, muchOf } from '../viz/panels/trust/moves.ts';
import { type Doubt, placed } from '../viz/panels/trust/place.ts';
import { groupLabel, matching, rowsOf } from '../viz/panels/trust/rows.ts';
import { underAssumptions, weakSettings } from '../viz/state/assuming.ts';
import { outcomes } from '../viz/state/outcomes.ts';
import { panels } from '../words/index.ts';
import { catalogue } from '../workers/catalogue.ts';

const lists = catalogue();

function scenario(more: object = {}): Scenario {
  const parsed = parseScenario({ ...JSON.parse(readFileSync('scenarios/default.json', 'utf8')), ...more });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('every number says what it rests on', () => {
  test('the count of weak settings is the one in the description of the model', () => {
    const graded = settings.filter(({ quantity: { grade } }) => grade === 'C' || grade === 'D');
    expect(weakSettings(lists)).toEqual({ weak: graded.length, all: settings.length });
    expect(readFileSync('docs/model.md', 'utf8')).toContain(`Of ${settings.length} settable numbers`);
  });

  test('each row has a grade, a range inside its bounds, a source, and a name of its own', () => {
    const rows = rowsOf(lists, scenario());
    for (const { path, label, quantity } of rows) {
      const [low, high] = quantity.range;
      const [min, max] = boundsOf(quantity);
      expect(quantity.grade, path).toMatch(/^[ABCD]$/);
      expect(low >= min && high <= max && low <= high, path).toBe(true);
      expect(quantity.source.length, path).toBeGreaterThan(0);
      expect(label.length, path).toBeGreaterThan(0);
    }
    expect(rows.filter(({ kind }) => kind === 'assumption').length).toBe(
      settings.filter(({ path }) => /^(parameters|effects)\./.test(path)).length,
    );
  });

  test('each group has a name in words', () => {
    const groups = [...new Set(rowsOf(lists, scenario()).map(({ group }) => group))];
    const names = groups.map((group) => groupLabel(lists, group));
    expect(names.filter((name) => !/^[“A-Z]/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a search finds by label, path and source, all words wanted', () => {
    const rows = rowsOf(lists, scenario());
    const found = matching(rows, 'Champions effect');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(rows.length / 10);
    expect(matching(rows, 'no such setting anywhere')).toEqual([]);
  });

  test('the four grades are told in words', () => {
    expect(Object.keys(panels.trust.doubt.grades).sort()).toEqual(['A', 'B', 'C', 'D']);
    expect(Object.keys(panels.trust.outcomes)).toEqual(outcomes.map(({ name }) => name));
  });
});

describe('a plan under assumptions', () => {
  const known = Object.fromEntries(
    settings
      .filter(({ path, quantity }) => /^(parameters|effects)\./.test(path) && !quantity.choices)
      .filter((_, i) => i % 29 === 0)
      .map(({ path, quantity }) => [path, quantity.range[1]]),
  );

  test('is a sound scenario that compiles with exactly these values, and all others as they were', () => {
    const plan = scenario();
    const parsed = parseScenario(underAssumptions(plan, known));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const [before, after] = [compile(plan).settings, compile(parsed.value).settings];
    for (const [slot, { path }] of settings.entries()) expect(after[slot], path).toBe(known[path] ?? before[slot]);
  });

  test('holds in all years, whatever the plan said of it at some date', () => {
    const path = Object.keys(known)[0];
    const plan = scenario({ changes: [{ year: 3, set: { [path]: known[path], 'fragmentation.policy': 0.1 } }] });
    const under = underAssumptions(plan, { [path]: settings[slotOf(path)].quantity.range[0] });
    expect(under.changes).toEqual([{ year: 3, set: { 'fragmentation.policy': 0.1 } }]);
    expect(compile(under).changes.map(({ slot }) => slot)).not.toContain(slotOf(path));
  });

  test('leaves the plan alone', () => {
    const plan = scenario();
    const before = structuredClone(plan);
    underAssumptions(plan, known);
    expect(plan).toEqual(before);
  });
});

describe('how much a setting moves an outcome', () => {
  const depth = outcomes.find(({ name }) => name === 'depth')!;
  const runsOf = (...values: number[]): Results[] =>
    values.map((value, replicate) => ({
      replicate,
      seed: '1',
      digest: '',
      years: Float64Array.of(0),
      columns: { [depth.metric]: Float64Array.of(value) },
    }));

  test('is the whole way from the lowest to the highest end, in 100, with the direction as its sign', () => {
    const move = moveOf(runsOf(0.4, 0.5), [runsOf(0.3, 0.4), runsOf(0.6, 0.7)], depth, 0)!;
    expect(move).toMatchObject({ futures: 2, isClear: true });
    expect([move.low, move.high, move.span].map((n) => Math.round(n * 1e6) / 1e6)).toEqual([-10, 20, 30]);
    expect(moveOf(runsOf(0.4), [runsOf(0.5), runsOf(0.3)], depth, 0)!.span).toBeCloseTo(-20);
  });

  test('is not clear where futures disagree, and nothing where there is nothing to measure', () => {
    expect(moveOf(runsOf(0.4, 0.4), [runsOf(0.4, 0.4), runsOf(0.1, 0.8)], depth, 0)!.isClear).toBe(false);
    expect(moveOf(runsOf(Number.NaN), [runsOf(0.1), runsOf(0.2)], depth, 0)).toBeUndefined();
  });

  test('an ingredient at both ends, through the same futures, as the engine has it', () => {
    const plan = scenario({ system: { preset: 'made-up', sample: 0.2 }, years: 4 });
    const candidate = candidatesOf(lists).find(({ path }) => path === 'ingredients.elevatingTeachers')!;
    const run = (one: Scenario): Results[] => [0, 1].map((replicate) => simulate(compile(one), { replicate }));
    const [low, high] = candidate.ends.map((end) => run(underAssumptions(plan, { [candidate.path]: end })));
    const base = run(plan);
    const row = base[0].years.length - 1;
    const move = moveOf(base, [low, high], depth, row)!;
    const mean = (runs: Results[]): number => (runs[0].columns.schoolsWell[row] + runs[1].columns.schoolsWell[row]) / 2;
    expect(move.high).toBeCloseTo(100 * (mean(high) - mean(base)), 9);
    expect(move.low).toBeCloseTo(100 * (mean(low) - mean(base)), 9);
  });

  test('levers are tried first, then what is assumed, the weakest evidence first', () => {
    const paths = candidatesOf(lists).map(({ path }) => path);
    const firstAssumption = paths.findIndex((path) => /^(parameters|effects)\./.test(path));
    expect(paths.slice(0, firstAssumption).filter((path) => path.startsWith('ingredients.')).length).toBe(
      lists.ingredients.length,
    );
    const grades = paths.slice(firstAssumption).map((path) => settings[slotOf(path)].quantity.grade);
    expect(grades).toEqual([...grades].sort().reverse());
    expect(muchOf(depth)).toBe(5);
  });
});

describe('the picture of doubts', () => {
  const frame = { left: 44, right: 440, top: 12, bottom: 358, most: 50 };
  const doubts = Array.from({ length: 30 }, (_, i): Doubt => {
    return {
      path: `p${i}`,
      label: `A setting with a long name ${i}`,
      grade: i % 3 === 0 ? 'C' : 'D',
      kind: 'choice',
      size: (i * 7) % 40,
      isCare: false,
    };
  });

  test('no dot hides another, and each is at its height', () => {
    const dots = placed(doubts, frame);
    for (const [i, dot] of dots.entries()) {
      expect(dot.y).toBeCloseTo(358 - (dot.size / 50) * 346, 9);
      for (const other of dots.slice(0, i)) expect(Math.hypot(dot.x - other.x, dot.y - other.y)).toBeGreaterThan(10);
    }
  });

  test('no label leaves the frame, and the ones that matter most have theirs', () => {
    const dots = placed(doubts, frame);
    expect(dots[0].words).toBeDefined();
    expect(dots.some(({ words }) => words === undefined)).toBe(true);
  });

  test.each([360, 448, 700])('no line that leads to words crosses other words or a dot, on %i pixels', (right) => {
    let lines = 0;
    for (let round = 0; round < 40; round++) {
      const some = doubts.map((one, i) => ({
        ...one,
        size: (i * (3 + round) * 1.37) % 47,
        grade: 'DDDCCBA'[(i + round) % 7] as 'D',
      }));
      const dots = placed(some, { ...frame, right });
      for (const dot of dots.filter(({ words }) => words?.isApart)) {
        lines++;
        for (let part = 0; part <= 1; part += 0.01) {
          const [x, y] = [dot.x + 8 + (dot.words!.x - 11 - dot.x) * part, dot.y + (dot.words!.y - dot.y) * part];
          for (const other of dots) {
            if (other === dot) continue;
            expect(Math.hypot(other.x - x, other.y - y), `${dot.label} by ${other.label}`).toBeGreaterThan(5);
            if (!other.words) continue;
            const width = 6.6 * other.words.text.length;
            const from = other.words.anchor === 'start' ? other.words.x : other.words.x - width;
            const isOn = x > from && x < from + width && Math.abs(y - other.words.y) < 7;
            expect(isOn, `${dot.label} over ${other.label}`).toBe(false);
          }
        }
      }
    }
    expect(lines).toBeGreaterThan(10);
  });
});
