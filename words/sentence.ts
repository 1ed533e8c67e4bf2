/** What became of a plan in one sentence, and of two plans through the same futures: what the page and the command line both say. */
import { type Band, bandAt, differenceAt, type Futures, quantile, type Results } from '../sim/index.ts';
import { inHundred } from './figures.ts';
import { type Fillings, fill, plainText, type Segment, segments } from './fill.ts';
import type { Messages } from './language.ts';
import { en } from './messages/en/index.ts';

export interface Sentence {
  readonly text: string;
  /** The same in stretches, those of a role in its colour. */
  readonly segments: readonly Segment[];
}

/** Futures below which a number is rough and no win rate is told. */
export const ENOUGH = 64;

const sentenceOf = (text: string): Sentence => {
  const parts = segments(text);
  return { text: plainText(parts), segments: parts };
};

/** The row of a year, or the last. */
export function rowOf({ years }: Futures, year?: number): number {
  const row = year === undefined ? years.length - 1 : years.findIndex((y) => y >= year - 1e-9);
  if (row < 0) throw new RangeError(`expected a year up to ${years[years.length - 1]}, got ${year}`);
  return row;
}

const written = (n: number, digits: number, { tag }: Messages): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(n);

const yearText = (ensemble: Futures, row: number, m: Messages): string => written(ensemble.years[row], 1, m);

const about = (futures: number, m: Messages): string => (futures < ENOUGH ? m.about.few : m.about.enough);

/** Nine in ten futures; empty where they agree. */
function rangeText({ low, high }: Band, m: Messages): string {
  const [from, to] = [inHundred(low), inHundred(high)];
  return from === to ? '' : fill(m.range, { low: from, high: to });
}

const medianOf = (values: readonly number[]): number =>
  quantile(Float64Array.from(values.filter((x) => !Number.isNaN(x))).sort(), 0.5);

/** What a plan may do besides what it is for: how much (0 to 1) and the numbers to say it with. */
interface SideEffect {
  readonly message: keyof typeof en.effects;
  size(run: Results, row: number): number;
  readonly numbers: Readonly<Record<string, (run: Results, row: number) => number>>;
}

const at =
  (metric: string) =>
  ({ columns }: Results, row: number): number =>
    columns[metric][row];
const difference =
  (a: string, b: string) =>
  ({ columns }: Results, row: number): number =>
    columns[a][row] - columns[b][row];
const stopped = ({ columns }: Results, row: number): number => 1 - columns.retention3[row];

const sideEffects: readonly SideEffect[] = [
  {
    message: 'poorest',
    size: difference('schoolsInUse.fifth5', 'schoolsInUse.fifth1'),
    numbers: { poor: at('schoolsInUse.fifth1'), rich: at('schoolsInUse.fifth5') },
  },
  { message: 'stopped', size: stopped, numbers: { stopped } },
  {
    message: 'nameOnly',
    size: difference('educatorsReporting', 'educatorsUsing'),
    numbers: { nameOnly: difference('educatorsReporting', 'educatorsUsing') },
  },
];

/** Side effects below this share go untold, and the money is named instead. */
const WORTH_TELLING = 0.1;

function worstEffect({ runs }: Futures, row: number, m: Messages): string {
  const median = (of: (run: Results, row: number) => number): number => medianOf(runs.map((run) => of(run, row)));
  const sized = sideEffects.map((effect) => ({ effect, size: median(effect.size) })).filter(({ size }) => size >= WORTH_TELLING);
  if (sized.length === 0) return fill(m.effects.money, { money: written(median(at('spentPerLearner')), 0, m) });
  const { effect } = sized.reduce((worst, next) => (next.size > worst.size ? next : worst));
  const numbers = Object.entries(effect.numbers).map(([name, of]) => [name, inHundred(median(of))]);
  return fill(m.effects[effect.message], Object.fromEntries(numbers), m.tag);
}

/** One plan at a year, the last where none is given. */
export function sentence(ensemble: Futures, year?: number, m: Messages = en): Sentence {
  const { runs } = ensemble;
  const row = rowOf(ensemble, year);
  const reach = bandAt(runs, 'schoolsInUse', row);
  const well = bandAt(runs, 'schoolsWell', row);
  return sentenceOf(
    fill(
      m.one,
      {
        year: yearText(ensemble, row, m),
        about: about(runs.length, m),
        reach: inHundred(reach.median),
        reachRange: rangeText(reach, m),
        well: inHundred(well.median),
        wellRange: rangeText(well, m),
        own: inHundred(bandAt(runs, 'schoolsOwned', row).median),
        effect: worstEffect(ensemble, row, m),
      },
      m.tag,
    ),
  );
}

export interface PlanNames {
  readonly a: string;
  readonly b: string;
}

/** A difference of less than 2 in 100 in the middle future leads nowhere, however steady it is. */
const WORTH_LEADING = 0.02;

/** Who is ahead on a share: nobody where one is ahead in fewer than 60 of 100 futures, or by next to nothing. */
function leaderOf(a: Futures, b: Futures, metric: string, row: number): keyof PlanNames | undefined {
  const { aAhead, band } = differenceAt(a, b, metric, row);
  if (Math.abs(band.median) < WORTH_LEADING) return undefined;
  if (aAhead >= 0.6) return 'a';
  return aAhead <= 0.4 ? 'b' : undefined;
}

/** Where the first plan stands. */
const standing = (leader: keyof PlanNames | undefined): 'more' | 'fewer' | 'same' =>
  leader === undefined ? 'same' : leader === 'a' ? 'more' : 'fewer';

function leadText(a: Futures, b: Futures, row: number, names: PlanNames, m: Messages): string {
  const reach = leaderOf(a, b, 'schoolsInUse', row);
  const depth = leaderOf(a, b, 'schoolsWell', row);
  const fillings: Fillings = { ...names, reach: names[reach ?? 'a'], depth: names[depth ?? 'a'] };
  if (reach && depth) return fill(reach === depth ? m.lead.both : m.lead.trade, fillings);
  return fill(reach ? m.lead.reachOnly : depth ? m.lead.depthOnly : m.lead.neither, fillings);
}

/** What two plans may differ in besides what they are for; `scale` is a difference that counts as large. */
const costs = [
  { message: 'fairness', metric: 'reachGap', scale: 0.1, moreIsWorse: false },
  { message: 'staying', metric: 'retention3', scale: 0.2, moreIsWorse: false },
  { message: 'money', metric: 'spentPerLearner', scale: 20, moreIsWorse: true },
] as const;

/** The cost in which they differ most. A quarter of a large difference is the least that is told. */
function costText(a: Futures, b: Futures, row: number, names: PlanNames, m: Messages): string {
  const sized = costs.map((cost) => {
    const { median } = differenceAt(a, b, cost.metric, row).band;
    return { ...cost, size: Number.isNaN(median) ? 0 : Math.abs(median) / cost.scale, aIsWorse: median > 0 === cost.moreIsWorse };
  });
  const { message, size, aIsWorse } = sized.reduce((most, next) => (next.size > most.size ? next : most));
  if (size < 0.25) return m.costs.none;
  return fill(m.costs[message], { worse: names[aIsWorse ? 'a' : 'b'] });
}

/** Which plan reaches more schools and which takes deeper root, at a year: what the sentence about two plans begins with. */
export const leadOfTwo = (a: Futures, b: Futures, names: PlanNames, year: number, m: Messages = en): string =>
  leadText(a, b, rowOf(a, year), names, m);

/** Two plans through the same futures: the trade-off first, the biggest cost last. */
export function sentenceOfTwo(
  a: Futures,
  b: Futures,
  names: PlanNames = { a: 'A', b: 'B' },
  year?: number,
  m: Messages = en,
): Sentence {
  const row = rowOf(a, year);
  const band = ({ runs }: Futures, metric: string): Band => bandAt(runs, metric, row);
  const reach = standing(leaderOf(a, b, 'schoolsInUse', row));
  const depth = standing(leaderOf(a, b, 'schoolsWell', row));
  return sentenceOf(
    fill(
      reach === 'same' && depth === 'same' ? m.twoClose : m.two,
      {
        ...names,
        reach: fill(m.reachOfTwo[reach], { ...names }),
        depth: m.depthOfTwo[depth],
        joint: reach === depth ? m.joint.and : m.joint.but,
        year: yearText(a, row, m),
        about: about(Math.min(a.runs.length, b.runs.length), m),
        aReach: inHundred(band(a, 'schoolsInUse').median),
        bReach: inHundred(band(b, 'schoolsInUse').median),
        aWell: inHundred(band(a, 'schoolsWell').median),
        bWell: inHundred(band(b, 'schoolsWell').median),
        cost: costText(a, b, row, names, m),
      },
      m.tag,
    ),
  );
}

/** Words for the share of futures in which the leader is ahead. */
export const winWords = (share: number): keyof typeof en.wins =>
  share >= 0.95 ? 'nearlyEvery' : share >= 0.8 ? 'most' : share >= 0.6 ? 'more' : 'close';

/** One line each for reach and depth; none where the futures are too few for a rate. */
export function winLines(
  a: Futures,
  b: Futures,
  names: PlanNames = { a: 'A', b: 'B' },
  year?: number,
  m: Messages = en,
): readonly string[] {
  const row = rowOf(a, year);
  if (Math.min(a.runs.length, b.runs.length) < ENOUGH) return [];
  const line = (what: string, metric: string): string => {
    const { aAhead } = differenceAt(a, b, metric, row);
    const share = Math.max(aAhead, 1 - aAhead);
    return fill(m.wins[winWords(share)], { leader: names[aAhead >= 0.5 ? 'a' : 'b'], what, share: inHundred(share) });
  };
  return [line(m.what.reach, 'schoolsInUse'), line(m.what.depth, 'schoolsWell')];
}
