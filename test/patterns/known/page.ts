/** The page that the patterns are told on, misses as fully as hits. */
import { type Judged, type Verdict, verdicts } from './evaluate.ts';
import { bandText, estimateText } from './figure.ts';

/** Where the pictures lie, as the page names them. */
export const PICTURES = 'pictures/patterns';

export function summary(judged: readonly Judged[]): string {
  const count = (which: Verdict): string => `${judged.filter(({ verdict }) => verdict === which).length} ${which}`;
  return `${judged.length} patterns: ${verdicts.map(count).join(', ')}.`;
}

export const fileOf = ({ pattern }: Judged): string => `${pattern.id}.svg`;

export function page(judged: readonly Judged[]): string {
  const starred = judged.filter(({ pattern }) => pattern.starred);
  return `# Documented patterns

\`npm run patterns\` runs this and writes it. **${summary(judged)}** Of the ${starred.length} that a model must show first (marked \\*),
${starred.filter(({ verdict }) => verdict === 'shown').length} are shown.

Patterns P were observed where innovations spread in schools; I are pairs that should be worth more, or less, together than apart, as the
evidence argues; S must hold in any sound model.
Each is run as one or more plans through the same futures, and a number made of them is held against the band that the evidence allows. A
statistic is *shown* when its value and all of its 95 per cent interval lie within the band, *missed* when all of the interval lies outside,
and *unclear* between the two. A pattern is as good as its worst statistic. The interval is the error of having run so many futures and
no more; it says nothing of what the model leaves out. Bands come from the evidence and are not moved. Everything is run with the
defaults that the program ships ([the model](model.md)).

${table(judged)}

In the pictures: the band is shaded blue, a dot is a future, the amber mark is the estimate with its interval, full where the statistic is shown and a ring where it is not. Curves
show the median and nine in ten futures, and rings where something was documented.

${judged.map(section).join('\n\n')}
`;
}

function table(judged: readonly Judged[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(['id', 'pattern', 'verdict', 'figure, 95% interval', 'band', 'source']),
    line(Array<string>(6).fill('---')),
    ...judged.map(({ pattern: { id, title, starred, source, grade }, findings, verdict }) =>
      line([
        `[${id}](#${id.toLowerCase()})${starred ? '\\*' : ''}`,
        title,
        verdict,
        findings
          .map(({ estimate, statistic }) => [estimateText(estimate), statistic.unit].filter(Boolean).join(' '))
          .join('<br>'),
        findings.map(({ statistic }) => bandText(statistic.band)).join('<br>'),
        `${source} (${grade})`,
      ]),
    ),
  ].join('\n');
}

function section(one: Judged): string {
  const { pattern, findings, verdict } = one;
  const statistics = findings.map(
    ({ statistic: { label, unit, band }, estimate, verdict: mine }) =>
      `- ${label}: ${[`**${estimateText(estimate)}**`, unit].filter(Boolean).join(' ')}; band ${bandText(band)}; ${mine}.`,
  );
  const futures = Object.entries(pattern.arms).map(([name, arm]) => `${name} ${arm.futures}`);
  return `### ${pattern.id}

**${pattern.title}**: ${verdict}. ${pattern.claim}

${pattern.reading}

${statistics.join('\n')}

Futures: ${futures.join(', ')}. Source (${pattern.grade}): ${pattern.source}

![${pattern.title}](${PICTURES}/${fileOf(one)})`;
}
