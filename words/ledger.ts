/** The ledger of evidence: every number with its grade and source, what it drives, and how far documented patterns narrow it. */
import { type Grade, metrics } from '../sim/index.ts';
import { drives, kept, labelOf, rangeText, sizeText, valueText } from './ledger/cells.ts';
import {
  type Found,
  foundIn,
  LEAST_ERRORS,
  LEAST_SIZE,
  type LedgerFiles,
  largest,
  strengthOf,
  type Verdict,
  verdictOf,
} from './ledger/found.ts';
import { type Entry, type Group, groups } from './ledger/groups.ts';
import { table } from './odd/markdown.ts';

export type { LedgerFiles } from './ledger/found.ts';

const grades: readonly Grade[] = ['A', 'B', 'C', 'D'];
/** Assumed numbers that are named first. */
const FIRST = 12;

export function ledgerDocument(files: LedgerFiles): string {
  const found = foundIn(files);
  const parts = [
    ...head(),
    ...counts(found),
    ...next(found),
    ...company(found),
    ...reading(found),
    ...groups.flatMap((group) => section(group, found)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const head = (): string[] => [
  '# The evidence ledger',
  'Every number that the model runs by, with where it comes from. Written by `taking-root evidence` from the code’s own rows, from the runs of `npm run sensitivity` and from those of `npm run calibration`; nothing here is kept by hand.',
  'Grades: **A** several measured studies; **B** one study; **C** a source document, expert judgement or a citation not read in full; **D** assumed. A grade is of the number, not of the mechanism that it belongs to: a D may sit in a mechanism that is well established, and an A in one that is not.',
];

const all: readonly Entry[] = groups.flatMap(({ entries }) => entries);
const ofStanding = (standing: Group['standing']): readonly Entry[] =>
  groups.filter((group) => group.standing === standing).flatMap(({ entries }) => entries);

/** What is claimed of the world, the one that moves most first. */
const ranked = (found: Found, entries: readonly Entry[]): readonly (Entry & { readonly strength: number })[] =>
  entries
    .map((entry) => ({ ...entry, strength: strengthOf(found.moves(entry.path)) }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength);

function counts(found: Found): string[] {
  const row = (title: string, entries: readonly Entry[]): string[] => [
    title,
    String(entries.length),
    ...grades.map((grade) => String(entries.filter(({ quantity }) => quantity.grade === grade).length)),
    String(entries.filter(({ path }) => largest(found.moves(path))).length),
  ];
  return [
    '## How many, and how well known',
    'Choices of a plan are graded, too: their grade is of the default and of the range, and most are nobody’s finding but the planner’s wish. Only claims about the world can be wrong about it.',
    table(
      ['', 'numbers', ...grades, 'move something'],
      [
        ...groups.map(({ title, entries }) => row(title, entries)),
        row('**All claims about the world**', ofStanding('assumption')),
        row('**All**', all),
      ],
    ),
  ];
}

function next(found: Found): string[] {
  const assumed = ofStanding('assumption').filter(({ quantity }) => quantity.grade === 'D');
  const moved = assumed.filter(({ path }) => found.moves(path).length > 0);
  const count = (verdict: Verdict): number => moved.filter(({ path }) => verdictOf(found.moves(path)) === verdict).length;
  const first = ranked(found, assumed).slice(0, FIRST);
  if (first.length === 0) return [];
  return [
    '## What one should measure next',
    `Of ${assumed.length} assumed (D) numbers, ${moved.length} were moved through their ranges. ${count('little')} change every outcome by less than ${LEAST_SIZE} standard deviations between futures: for the plans tried it does little harm that they are assumed. ${count('moves')} clearly change one or more. The other ${count('unclear')} cannot be told from luck in so few futures. These ${first.length} surely do most, on average over plans and outcomes: the whole span that a number makes, less twice its standard error, in standard deviations between futures. Whoever can measure one of them, even roughly, narrows what the model says more than with any other. Traits of the innovation are left out: whoever has one in hand knows them better than a default does.`,
    table(
      ['', 'name', 'meaning', 'default', 'plausible', 'sure size, SD', 'drives most', 'what patterns leave'],
      first.map(({ path, quantity, strength }, i) => [
        String(i + 1),
        `\`${path}\``,
        quantity.label,
        valueText(quantity, quantity.default),
        rangeText(quantity),
        sizeText(strength),
        drives(found.moves(path)),
        kept(found.kept(path)),
      ]),
    ),
    'The order rests on the ranges too, and a range that is assumed may be too narrow: a number that matters little here may matter more than its range admits.',
  ];
}

/** How far the strongest act with others. */
function company(found: Found): string[] {
  const claims = [...ofStanding('innovation'), ...ofStanding('assumption')];
  const rows = ranked(found, claims).flatMap(({ path, quantity, strength }) => {
    const sdOf = ({ plan, outcome }: { plan: string; outcome: string }): number =>
      found.starts.find((start) => start.plan === plan && start.outcome === outcome)?.sd ?? Number.NaN;
    const [walk] = [...found.walks(path)].sort((a, b) => b.muStar / sdOf(b) - a.muStar / sdOf(a));
    if (!walk) return [];
    const { plan, outcome, muStar, low, high, sigma } = walk;
    return [
      [
        `\`${path}\``,
        quantity.grade,
        sizeText(strength),
        `${labelOf(outcome)}, ${plan}`,
        `${sizeText(muStar)} (${sizeText(low)} to ${sizeText(high)})`,
        sizeText(sigma / muStar),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    '## In company',
    'One at a time says nothing of how numbers act together. The strongest assumptions of any grade, traits of the innovation among them, were therefore also moved along Morris’s walks, in which all of them stand anywhere in their ranges. The mean size of an effect is for the whole range, in the unit of the outcome, with an interval that holds in 9 of 10 resamples of the walks; spread over size above 1 means that what the number does depends more on the others, or on where in its range it stands, than on itself. An outcome that some walk left with nothing to measure is not shown.',
    table(['name', 'grade', 'alone: sure size, SD', 'moves most', 'mean size in company', 'spread over size'], rows),
  ];
}

function reading(found: Found): string[] {
  if (found.starts.length === 0) return [];
  const outcomes = [...new Set(found.starts.map(({ outcome }) => outcome))];
  const plans = [...new Set(found.starts.map(({ plan }) => plan))];
  const cell = (plan: string, outcome: string): string => {
    const start = found.starts.find((one) => one.plan === plan && one.outcome === outcome);
    return start ? `${sizeText(start.mean)} (${sizeText(start.sd)})` : '';
  };
  return [
    '## How the last columns were made',
    `Each number was moved by itself to both ends of its range, in ${plans.map((plan) => `\`${plan}\``).join(', ')}, through the same ${found.futures} futures as at its default, so that what differs is its doing. “Drives most” names the outcome and the plan where it makes the largest difference, in standard deviations between futures of that outcome: what it changed at the low end of the range, at the high end, and the whole span. A difference counts when it is ${LEAST_SIZE} standard deviations or more and ${LEAST_ERRORS} times its own standard error; with so few futures some that count will be luck, and some that are real will not count. “Nothing in these plans” means that no future changed at all, as where a mechanism is not used. All of it is in [sensitivity.csv](data/sensitivity.csv).`,
    table(
      ['outcome at the end', 'unit', ...plans.map((plan) => `${plan}: mean (SD between futures)`)],
      outcomes.map((outcome) => [
        labelOf(outcome),
        metrics.find(({ name }) => name === outcome)?.unit ?? '',
        ...plans.map((plan) => cell(plan, outcome)),
      ]),
    ),
    '“What patterns leave” is the share of the range, and the interval, in which the model can still show the documented patterns when all free numbers move together ([calibration.csv](data/calibration.csv)); “not varied” where the calibration held the number at its default.',
  ];
}

const section = ({ title, entries }: Group, found: Found): string[] => [
  `## ${title}`,
  table(
    ['name', 'meaning', 'unit', 'default', 'plausible', 'grade', 'source', 'drives most', 'what patterns leave'],
    entries.map(({ path, quantity }) => [
      `\`${path}\``,
      quantity.label,
      quantity.unit,
      valueText(quantity, quantity.default),
      rangeText(quantity),
      quantity.grade,
      quantity.source,
      drives(found.moves(path)),
      kept(found.kept(path)),
    ]),
  ),
];
