/** The page and the table that a calibration is told in: what survives, what narrows it, what cannot be had together, what to change. */

import { OUT_OF_REACH } from '../../../study/matching/conflicts.ts';
import { CUTOFF } from '../../../study/matching/target.ts';
import { bandText } from '../known/figure.ts';
import type { Calibration, Checked } from './calibrate.ts';

export const summary = ({ screen, free, matched, waves, checked }: Calibration): string => {
  const { left, spared, asked } = waves.at(-1)!;
  const best = bestOf(checked);
  return `${free.length} of ${screen.length} free settings were varied over their ranges, against ${matched.length} patterns. ${shareText(left.share)} of that space \
is left${spared > 0 ? `, where ${spared} of ${asked.length} patterns may be missed` : ''}. The defaults show ${checked[0].inside.length} of the ${matched.length}; \
the best that was tried shows ${best.inside.length}.`;
};

/** A row for each varied setting. */
export function table({ kept }: Calibration): string {
  const rows = kept.map(({ free, kept: share, low, high, patterns }) =>
    [free.path, free.low, free.high, free.default, share.toFixed(2), digits(low), digits(high), patterns.join(' ')].join(','),
  );
  return `${['path,low,high,default,kept,keptLow,keptHigh,patterns', ...rows].join('\n')}\n`;
}

export function page(calibration: Calibration, runs: number): string {
  const { screen, asked, free, matched, waves, checked } = calibration;
  const last = waves.at(-1)!;
  return `# Calibration

\`npm run calibration\` runs this and writes it. ${summary(calibration)}

What nobody has measured (grades C and D, and B where measurements lie far apart) is fitted to the [documented patterns](patterns.md)
together, by history matching: not the best values are sought, but those are ruled out that cannot be right, and what is left is told. A
value is ruled out where a pattern would lie outside its band by more than ${CUTOFF} standard deviations of all that is not known: what the emulator
misses, the luck of so many futures, and a twentieth of the band for what the model leaves out. Ranges and bands are those of the
evidence and are not moved. ${thousands(runs)} runs of the default district, or what costs as much, were spent.

1. **Screen.** Each of ${screen.length} settings was moved alone to the farther end of its range, on a quarter of the district, and ${asked.length} patterns asked.
   The ${free.length} that move most are varied from here on; the others stay at their defaults, so that all below holds for those defaults.
2. **Waves.** ${matched.length} patterns that these settings move were run at points that fill the space, then again at points that the first wave
   left. Each number is foreseen by an emulator, a polynomial and a Gaussian process, whose uncertainty is raised to what points left out show.
3. **Check.** The points that are foreseen to show most patterns, as near to the defaults as can be, were run with more futures.

## What is left

${waves.map(waveText).join(' ')}

${rowsOf(
  ['setting', 'range', 'default', 'left of the range', 'middle 90% of what is left', 'narrowed by'],
  calibration.kept.map(({ free: one, kept, low, high, patterns }) => [
    `\`${one.path}\` (${one.grade})`,
    `${digits(one.low)} to ${digits(one.high)}`,
    digits(one.default),
    `${Math.round(100 * kept)}%`,
    `${digits(low)} to ${digits(high)}`,
    patterns.join(', ') || 'none alone',
  ]),
)}

*Left of the range* compares the middle nine tenths of what is left with that of an even spread: 100% says that the patterns tell nothing of
a setting by itself, which they may yet do together with others.

## Patterns

${rowsOf(
  [
    'pattern',
    'number',
    'band',
    'share of the space where not implausible',
    'foreseen share of variance',
    'misses²',
    'defaults',
    ...checked.slice(1).map(({ name }) => name),
  ],
  patternRows(calibration),
)}

*Misses²* is the mean square of what the emulator missed at points left out, in its own standard deviations, before it was raised: near 1 is
honest. A number without either lay inside its band at every point that was run, or had no value at too many. Numbers in bold lie inside
their band.

Out of reach of every value that was tried, and so not asked for together: ${
    last.reached
      .filter(({ share }) => share < OUT_OF_REACH)
      .map(({ pattern }) => pattern)
      .join(', ') || 'none'
  }.
Too often without a number to be emulated: ${[...new Set(last.unmeasured.map(({ pattern, label }) => `${pattern} (${label})`))].join(', ') || 'none'}.

## Conflicts

${conflictText(calibration)}

## Proposal

${proposalText(checked, matched.length)}

## What moves most

${rowsOf(
  ['setting', 'grade', 'size', 'patterns that it moves most'],
  screen.slice(0, free.length).map(({ free: one, size, moves }) => [
    `\`${one.path}\``,
    one.grade,
    size.toFixed(1),
    Object.entries(moves)
      .filter(([, move]) => move >= 0.25)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 5)
      .map(([id, move]) => `${id} ${move.toFixed(1)}`)
      .join(', '),
  ]),
)}

Moves are in halves of a band, 2 at most; the size is the root of their summed squares over all patterns that were asked. Of the settings that were not varied the
largest has a size of ${(screen[free.length]?.size ?? 0).toFixed(1)}.
`;
}

function waveText({ left, spared, asked }: Calibration['waves'][number], w: number): string {
  const which = w === 0 ? 'After the first wave' : 'After the second';
  const may =
    spared > 0 ? ` where all but ${spared} of the ${asked.length} patterns within reach may hold (no value holds them all)` : '';
  return `${which}, ${shareText(left.share)} of the space is left${may}.`;
}

function patternRows({ targets, waves, checked }: Calibration): string[][] {
  const { reached, emulated } = waves.at(-1)!;
  return targets.map((target, t) => {
    const share = reached.find(({ pattern }) => pattern === target.pattern)?.share;
    const one = emulated.find((other) => other.target === target);
    const isIn = (value: number): boolean => value >= target.band[0] && value <= target.band[1];
    return [
      target.pattern,
      target.label,
      bandText(target.band),
      share === undefined ? '' : shareText(share),
      one?.emulator?.q2.toFixed(2) ?? '',
      one?.emulator?.misses.toFixed(1) ?? '',
      ...checked.map(({ readings }) =>
        isIn(readings[t].value) ? `**${digits(readings[t].value)}**` : digits(readings[t].value),
      ),
    ];
  });
}

function conflictText({ waves }: Calibration): string {
  const { conflicts } = waves.at(-1)!;
  if (conflicts.length === 0)
    return 'No two patterns exclude each other: each pair within reach is found together at no less than a tenth of the points at which it would be by chance.';
  return `Found together at less than a tenth of the points at which they would be by chance, although each alone is within reach:

${rowsOf(
  ['patterns', 'alone', 'together'],
  conflicts.map(({ patterns, shares, together }) => [
    patterns.join(' and '),
    shares.map(shareText).join(', '),
    shareText(together),
  ]),
)}`;
}

/** Most patterns inside their bands; of equals the first, so that the defaults stay where nothing is gained. */
const bestOf = (checked: readonly Checked[]): Checked =>
  checked.reduce((best, one) => (one.inside.length > best.inside.length ? one : best));

function proposalText(checked: readonly Checked[], patterns: number): string {
  const [start] = checked;
  const best = bestOf(checked);
  const tried = checked.map(({ name, inside }) => `${name} ${inside.length}`).join(', ');
  const counts = `Of ${patterns} patterns, inside their bands with all their numbers: ${tried}.`;
  if (best === start) return `${counts} Nothing that was tried does better than the defaults: change nothing.`;
  const won = best.inside.filter((id) => !start.inside.includes(id));
  const lost = start.inside.filter((id) => !best.inside.includes(id));
  return `${counts} **${best.name}** gains ${won.join(', ') || 'nothing'} and loses ${lost.join(', ') || 'nothing'}:

${rowsOf(
  ['setting', 'value'],
  Object.entries(best.changes).map(([path, value]) => [`\`${path}\``, String(value)]),
)}`;
}

const rowsOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
};

const digits = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value));

function shareText(share: number): string {
  if (share === 0) return '0';
  return share < 0.0001 ? `1 in ${thousands(Number((1 / share).toPrecision(1)))}` : `${Number((100 * share).toPrecision(2))}%`;
}

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
