/** Which plan holds up where: rollouts in four settings, as dots out of twenty. */

import { useSignal } from '@preact/signals';
import type { HoldsAnswer } from '../../study/questions/answer.ts';
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { useSize } from '../charts/size.ts';
import { Holds } from '../charts/study/holds.tsx';
import { themed } from '../charts/study/paint.ts';
import { choiceName } from '../state/labels.ts';
import { count, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { valueAt } from '../state/plan.ts';
import { edited, planOf } from '../state/store.ts';
import { holds } from './answers.ts';
import { about, isLessBetter } from './asking.ts';
import { BarChoice } from './bars.tsx';
import { drawnWords } from './drawn.ts';
import { listed } from './figures.ts';
import { file } from './file.ts';
import { Later } from './later.tsx';

export function Holding() {
  const words = panelText.value.matters.holds;
  const { answer, table } = holds.value;
  // A file without plans has nothing to say here, and no reason to be told so.
  if (file.value && answer && !answer.ok) return null;
  return (
    <section class="matters-part" aria-labelledby="matters-holds">
      <h2 id="matters-holds">{words.title}</h2>
      <p class="matters-about">{fill(words.about, { n: whole(table?.replicates ?? 0) })}</p>
      {table && (
        <BarChoice which="goal" table={table} label={words.goal} message={isLessBetter.value ? words.atMost : words.atLeast} />
      )}
      {!answer?.ok ? <Later answer={answer} later={words.later} /> : <Shown answer={answer} />}
    </section>
  );
}

/** Rollouts that are shown at first: the ones that hold up best, and that of the plan. */
const SHOWN = 4;

/** The answer with only some of its plans; where nothing reaches the mark in a setting, nothing is best. */
function only({ plans, cells, ...answer }: HoldsAnswer, shown: readonly number[]): HoldsAnswer {
  return {
    ...answer,
    plans: shown.map((plan) => plans[plan]),
    cells: cells
      .filter(({ plan }) => shown.includes(plan))
      .map((cell) => ({ ...cell, plan: shown.indexOf(cell.plan), isBest: cell.isBest && cell.reached > 0 })),
  };
}

function Shown({ answer }: { readonly answer: HoldsAnswer }) {
  const words = panelText.value.matters.holds;
  const isAll = useSignal(false);
  const own = choiceName(String(valueAt(planOf(edited.value), 'strategy.kind') ?? ''));
  const places = answer.plans.map((_, plan) => plan);
  const shown = isAll.value ? places : places.filter((plan) => plan < SHOWN || answer.plans[plan].name === own);
  const [place, size] = useSize<HTMLDivElement>({ width: 396, height: 400 });
  const summary = summaryOf(answer);
  return (
    <div ref={place}>
      <Figure
        name="matters"
        title={words.title}
        caption={<span class="visually-hidden">{words.title}</span>}
        summary={summary}
        table={() => tableOf(answer)}
        svg={<Holds answer={only(answer, shown)} width={size.value.width} paint={themed} label={summary} words={drawnWords()} />}
      />
      {places.length > shown.length || isAll.value ? (
        <button type="button" class="link" aria-expanded={isAll.value} onClick={() => (isAll.value = !isAll.value)}>
          {isAll.value ? words.fewer : count(words.all, places.length)}
        </button>
      ) : null}
    </div>
  );
}

function summaryOf({ plans, settings, cells }: HoldsAnswer): string {
  const words = panelText.value.matters.holds;
  const rows = plans.map(({ name }, p) => {
    const own = cells.filter(({ plan }) => plan === p);
    const said = own.map(({ setting, reached, futures }) =>
      fill(words.cell, { setting: settings[setting], n: whole(Math.round((20 * reached) / futures)) }),
    );
    return fill(words.row, { plan: name, cells: said.join(', ') });
  });
  return fill(words.summary, { rows: listed(rows) });
}

function tableOf({ plans, settings, cells }: HoldsAnswer): Chart {
  const { columns } = panelText.value.matters.holds;
  return {
    columns: [
      { name: columns.plan },
      { name: columns.setting },
      { name: columns.reached },
      { name: columns.futures },
      { name: `${columns.mean}: ${about.value.label}`, digits: 3 },
    ],
    rows: cells.map(({ plan, setting, reached, futures, mean }) => [plans[plan].name, settings[setting], reached, futures, mean]),
  };
}
