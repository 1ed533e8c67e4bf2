/** Where it tends to fail: a rule in words, how much of the failures it covers, and its box on the levers. */
import type { StudyTable } from '../../study/index.ts';
import type { FailsAnswer, Limit, Refusal } from '../../study/questions/answer.ts';
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { useSize } from '../charts/size.ts';
import { Words } from '../parts/words.tsx';
import { filled } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { fails } from './answers.ts';
import { about, barOf, isLessBetter } from './asking.ts';
import { BarChoice } from './bars.tsx';
import { inHundred, listed } from './figures.ts';
import { file } from './file.ts';
import { Later } from './later.tsx';
import { BoxOnLevers } from './leversbox.tsx';
import { levelOf } from './limits.ts';
import { tryLevels } from './tryit.tsx';

/** Shares of futures that fail from which on there is no corner to look for. */
const FEWEST = 0.02;
const MOST = 0.95;
/** Below this share of resamples a limit is not to be relied on. */
const STEADY = 0.6;

export function Failing() {
  const words = panelText.value.matters.fails;
  const { answer, table } = fails.value;
  return (
    <section class="matters-part matters-note" aria-labelledby="matters-fails">
      <h2 id="matters-fails">{words.title}</h2>
      {table && (
        <BarChoice which="failing" table={table} label={words.side} message={isLessBetter.value ? words.more : words.fewer} />
      )}
      {table && answer ? <Body answer={answer} table={table} /> : <p class="matters-later">{words.later}</p>}
    </section>
  );
}

interface BodyProps {
  readonly answer: FailsAnswer | Refusal;
  readonly table: StudyTable;
}

/** A bar that nothing or nearly everything fails is said to be one, whatever the search made of it. */
function Body({ answer, table }: BodyProps) {
  const words = panelText.value.matters.fails;
  const failing = shareFailing(table);
  if (failing < FEWEST) return <p class="matters-later">{words.never}</p>;
  if (failing > MOST) return <p class="matters-later">{words.always}</p>;
  return answer.ok ? <Rule answer={answer} /> : <Later answer={answer} later="" />;
}

function shareFailing(table: StudyTable): number {
  const bar = barOf('failing', table);
  const measured = table.values[about.value.name].filter((value) => !Number.isNaN(value));
  return measured.filter((value) => (isLessBetter.value ? value > bar : value < bar)).length / measured.length;
}

function Rule({ answer }: { readonly answer: FailsAnswer }) {
  const words = panelText.value.matters.fails;
  const [place, size] = useSize<HTMLDivElement>({ width: 360, height: 120 });
  if (answer.box.length === 0) return <p class="matters-later">{words.none}</p>;
  const rule = ruleOf(answer);
  const covers = fill(words.covers, {
    coverage: inHundred(answer.coverage.value),
    low: inHundred(answer.coverage.low),
    high: inHundred(answer.coverage.high),
  });
  const isShaky = answer.box.some(({ steadiness }) => steadiness < STEADY);
  return (
    <>
      <p class="matters-rule">
        <Words message={rule} as={{ strong: (label) => <strong>{label}</strong> }} />
      </p>
      <p class="matters-about">
        {covers} {isShaky && words.shaky}
      </p>
      <div ref={place}>
        <Figure
          name="matters"
          title={words.box}
          caption={words.box}
          summary={`${plain(rule)} ${covers}`}
          table={() => tableOf(answer)}
          svg={<BoxOnLevers limits={answer.box} width={size.value.width} />}
        />
      </div>
      {!file.value && (
        <button type="button" class="button" onClick={() => tryLevels(insideOf(answer.box))}>
          {words.open}
        </button>
      )}
    </>
  );
}

const plain = (message: string): string => message.replace(/<\/?\w+>/g, '');

/** The box as a sentence, with marks around its numbers. */
function ruleOf({ box, density, base }: FailsAnswer): string {
  const words = panelText.value.matters.fails;
  return filled(words.rule, {
    limits: listed(box.map(limitSaid)),
    density: inHundred(density.value),
    base: inHundred(base),
  });
}

function limitSaid({ label, low, high, range, kept }: Limit): string {
  const words = panelText.value.matters.fails;
  if (kept) return fill(words.kept, { label, names: kept.join(', ') });
  const [from, to] = [levelOf(low, range), levelOf(high, range)];
  if (low <= range[0]) return fill(words.below, { label, value: to });
  if (high >= range[1]) return fill(words.above, { label, value: from });
  return fill(words.between, { label, low: from, high: to });
}

/** Levels in the middle of the box. */
const insideOf = (box: readonly Limit[]): Readonly<Record<string, number>> =>
  Object.fromEntries(box.map(({ name, low, high }) => [name, Math.round(50 * (low + high)) / 100]));

function tableOf({ box }: FailsAnswer): Chart {
  const { columns } = panelText.value.matters.fails;
  return {
    columns: [
      { name: columns.setting },
      ...[columns.low, columns.high, columns.lowest, columns.highest, columns.steadiness].map((name) => ({ name, digits: 2 })),
    ],
    rows: box.map(({ label, low, high, range, steadiness }) => [label, low, high, ...range, steadiness]),
  };
}
