/** Tables of the document in Markdown. */
import { inHundred } from '../../words/index.ts';
import { type Facts, factsFor, type Given } from './facts.ts';
import { amount, byShare, signed } from './sayings.ts';

const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(heads), line(heads.map((_, c) => (c === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');

/** A row an ingredient, a column an outcome: the change from weak to strong, in brackets where luck would do as much. */
export function effectsTable(facts: Facts): string {
  return table(
    ['Ingredient', ...facts.outcomes.map(({ outcome }) => `${outcome.label} (${outcome.unit})`)],
    byShare(facts).map(({ factor, label }) => [
      label,
      ...facts.outcomes.map(({ matters, outcome }) => {
        const { withOthers, isBeyondNoise } = matters.inputs.find((input) => input.factor === factor)!;
        const text = `${signed(withOthers.value, outcome)} (${signed(withOthers.low, outcome)} to ${signed(withOthers.high, outcome)})`;
        return isBeyondNoise ? text : `*${text}*`;
      }),
    ]),
  );
}

export function sharesTable(facts: Facts): string {
  return table(
    ['Ingredient', ...facts.outcomes.map(({ outcome }) => outcome.label)],
    byShare(facts).map(({ factor, label }) => [
      label,
      ...facts.outcomes.map(({ matters }) => {
        const share = matters.inputs.find((input) => input.factor === factor)!.share!;
        return `${inHundred(share.value)} (${inHundred(share.low)} to ${inHundred(share.high)})`;
      }),
    ]),
  );
}

const MOST = 12;

/** Pairs beyond the noise, strongest first. */
export function pairsTable(facts: Facts): string {
  const { together, outcome } = factsFor(facts, 'well');
  return table(
    ['Pair', 'Beyond the two added up', '9 in 10 resamples'],
    together.pairs
      .filter(({ isBeyondNoise }) => isBeyondNoise)
      .slice(0, MOST)
      .map(({ a, b, effect }) => [
        `${a.label} + ${b.label}`,
        signed(effect.value, outcome),
        `${signed(effect.low, outcome)} to ${signed(effect.high, outcome)}`,
      ]),
  );
}

export function combinationsTable(facts: Facts): string {
  const { combinations } = factsFor(facts, 'well').together;
  return table(
    ['Held', 'Futures that reach it, in 100', 'at the worst setting of the others', 'Covers, in 100 of all that reach it'],
    combinations.list
      .slice(0, MOST)
      .map(({ held, consistency, worst, coverage }) => [
        held.map(({ label, end }) => `${label}${end === 'low' ? ' weak' : ''}`).join(' + '),
        ...[consistency, worst, coverage].map((share) => String(inHundred(share))),
      ]),
  );
}

export function surroundingsTable({ surroundings: { conditions } }: Facts): string {
  return table(
    ['Ingredient', ...conditions.flatMap(({ label }) => [`${label}: low`, 'high'])],
    conditions[0].changes.map(({ label }, i) => [
      label,
      ...conditions.flatMap(({ changes }) => {
        const { low, high, isBeyondNoise } = changes[i];
        return [low, high].map((value) => {
          const text = signed(value, { unit: 'share' });
          return isBeyondNoise ? `**${text}**` : text;
        });
      }),
    ]),
  );
}

/** By outcome, how much is luck and how sure the order of the ingredients is. */
export function luckTable({ outcomes }: Facts): string {
  return table(
    [
      'Outcome',
      'Luck, in 100 of all variance',
      'Noise',
      'First stays first, in 100',
      'Top three stay, in 100',
      'Order from half the futures (tau)',
    ],
    outcomes.map(({ outcome, matters: { luck, noise, stability, growth } }) => [
      outcome.label,
      String(inHundred(luck)),
      `±${amount(noise, outcome)}`,
      String(inHundred(stability.keepsFirst)),
      String(inHundred(stability.keepsTop3)),
      growth?.steps.at(-2)?.tau.toFixed(2) ?? '–',
    ]),
  );
}

export function runsTable({ mixes, around, rolled }: Facts): string {
  const row = ({ results: { study, table: t, runs, failed, manifest }, digest }: Given): readonly string[] => [
    study.title,
    study.design.kind,
    String(t.pointCount),
    String(t.replicates),
    String(runs),
    String(failed),
    `\`${manifest.studyId.slice(0, 16)}\``,
    `\`${digest.slice(0, 16)}\``,
  ];
  return table(
    ['Study', 'Design', 'Points', 'Futures each', 'Runs', 'Failed', 'Study (SHA-256)', 'Results (SHA-256)'],
    [mixes, around, rolled].map(row),
  );
}
