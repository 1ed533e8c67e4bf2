/**
 * What the page shows before any worker has answered: futures of the default scenario, made by the engine when the page is built.
 * Numbers are rounded to what a picture needs; the workers' own replace them within seconds.
 */
import { compile, parseScenario, type Results, type Scenario, simulate } from '../../sim/index.ts';
import { en } from '../../words/index.ts';
import { type Catalogue, catalogue } from '../../workers/catalogue.ts';
import { groundOf } from '../../workers/ground.ts';
import type { Land } from '../map/land.ts';
import { makeLand } from '../map/makeland.ts';
import { columns } from '../state/outcomes.ts';
import { valueAt } from '../state/plan.ts';
import { FINE, FIRST_LETTER, type FirstLevers, type Packed, type PackedLand, SHADES, type Steps } from './packed.ts';

/** Futures built into the page. */
const FUTURES = 20;
const tenths = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Math.round(value * 10) / 10);

const packLand = ({ x, y, width, borders, divides, coast, poorer, area, box, named }: Land): PackedLand => ({
  box,
  area,
  named,
  x: tenths(x),
  y: tenths(y),
  width: Array.from(width, (share) => Math.round(share * 100) / 100),
  borders: tenths(borders),
  divides: tenths(divides),
  coast: coast.map(tenths),
  poorer: poorer.map(tenths),
});

export function packFirst(file: unknown): Packed {
  const parsed = parseScenario(file);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const plan = compile(parsed.value);
  const runs = Array.from({ length: FUTURES }, (_, replicate) =>
    simulate(plan, { replicate, record: replicate === 0 ? 'schools' : 'metrics' }),
  );
  const { use, well, owned, adoptions } = runs[0].schools!;
  const schools = plan.system.schoolCount;
  const ground = groundOf(plan.system);
  const { x, y, pupils, posts, district, districtRegion, poverty, ties, ...rest } = ground;
  return {
    plan: { ...parsed.value, title: nameOf(parsed.value) },
    ground: {
      ...rest,
      x: tenths(x),
      y: tenths(y),
      pupils: tenths(pupils),
      poverty: Array.from(poverty, (share) => Math.round(share * FINE) / FINE),
      posts: [...posts],
      district: [...district],
      districtRegion: [...districtRegion],
      ties: [...ties],
    },
    land: packLand(makeLand(ground)),
    years: [...runs[0].years],
    runs: runs.map((run) => ({ digest: run.digest, seed: run.seed, columns: columns.map((name) => stepsOf(run, name)) })),
    record: { use: letters(use, schools), well: letters(well, schools), owned: letters(owned, schools) },
    adoptions: [...adoptions],
    levers: leversOf(catalogue()),
  };
}

/** The page calls its first plan by its rollout, so that the name follows when that is changed. */
const nameOf = (plan: Scenario): string => en.levers.rollouts[valueAt(plan, 'strategy.kind') as keyof typeof en.levers.rollouts];

/** Labels, definitions and grades of the levers on the first screen. */
const leversOf = ({ model, ingredients, strategies, settings, thresholds }: Catalogue): FirstLevers => ({
  model,
  thresholds,
  ingredients: ingredients.map((ingredient) => ({ ...ingredient, effects: [] })),
  strategies,
  settings: settings.filter(({ path }) => /^(fragmentation|collaboration)\./.test(path)),
});

function stepsOf({ columns }: Results, name: string): Steps {
  let last = 0;
  return Array.from(columns[name], (value) => {
    if (Number.isNaN(value)) return null;
    const now = Math.round(value * FINE);
    const step = now - last;
    last = now;
    return step;
  });
}

function letters(bytes: Uint8Array, schools: number): string {
  const rows = bytes.length / schools;
  let text = '';
  for (let s = 0; s < schools; s++)
    for (let row = 0; row < rows; row++)
      text += String.fromCharCode(FIRST_LETTER + Math.floor((bytes[row * schools + s] * SHADES) / 255));
  return text;
}
