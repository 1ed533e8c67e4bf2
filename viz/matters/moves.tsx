/** What moves it most: a row a setting, what it does alone and with others, and the way back to the plan with it changed. */
import { useComputed, useSignal } from '@preact/signals';
import type { OutcomeColumn } from '../../study/index.ts';
import type { InputShare, MattersAnswer } from '../../study/questions/answer.ts';
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { linear } from '../charts/scale.ts';
import { useSize } from '../charts/size.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { matters } from './answers.ts';
import { about, alone, yearAsked } from './asking.ts';
import { listed, short, signed } from './figures.ts';
import { file } from './file.ts';
import { Later } from './later.tsx';
import { Bar, Key, Scale } from './movesbar.tsx';
import { TryIt } from './tryit.tsx';

/** The shortest axis of shares: no scale is stretched so far that nothing looks like much. */
const LEAST = 0.05;
/** Rows that stand out in weight. */
const TOP = 3;
/** Rows that are told to those who hear the picture. */
const TOLD = 5;
/** Of the width, what the names take; and where a row is tall enough for a name above its bar. */
const NAMES = 172;
const STACKED = 330;

export function Moves() {
  const words = panelText.value.matters.moves;
  const told = matters.value.answer;
  const answer = told?.ok ? withAlone(told) : told;
  const picked = useSignal<string | null>(null);
  const aboutText = useComputed(() =>
    file.value
      ? fill(words.aboutFile, { outcome: about.value.label })
      : fill(words.about, { outcome: about.value.label, year: whole(yearAsked.value) }),
  );
  return (
    <section class="matters-part" aria-labelledby="matters-moves">
      <h2 id="matters-moves">{words.title}</h2>
      <p class="matters-about">{aboutText.value}</p>
      {!answer?.ok ? (
        <Later answer={answer} later={words.none} />
      ) : (
        <>
          <Figure
            parts
            name="matters"
            class="moves"
            title={words.title}
            caption={<span class="visually-hidden">{words.title}</span>}
            summary={summaryOf(answer, about.value)}
            table={() => tableOf(answer)}
            svg={<Rows answer={answer} picked={picked} />}
          />
          {picked.value && <TryIt path={picked.value} close={() => (picked.value = null)} />}
        </>
      )}
    </section>
  );
}

/** What a setting does alone is taken from futures in which it was alone, where the page has run them. */
const withAlone = (answer: MattersAnswer): MattersAnswer =>
  file.value
    ? answer
    : {
        ...answer,
        inputs: answer.inputs.map((input) => {
          const value = alone.value.get(input.name) ?? Number.NaN;
          return { ...input, alone: { value, low: Number.NaN, high: Number.NaN } };
        }),
      };

interface RowsProps {
  readonly answer: MattersAnswer;
  readonly picked: { value: string | null };
}

function Rows({ answer, picked }: RowsProps) {
  const words = panelText.value.matters.moves;
  const [place, size] = useSize<HTMLDivElement>({ width: 356, height: 400 });
  const { width } = size.value;
  const isStacked = width < STACKED;
  const room = isStacked ? width : width - NAMES;
  const x = linear(endsOf(answer.inputs), [6, room - 10]);
  const scale = { x, width: room, outcome: about.value };
  return (
    <div ref={place} class={isStacked ? 'moves-stacked' : 'moves-beside'}>
      <p class="visually-hidden">{summaryOf(answer, about.value)}</p>
      <Scale {...scale} />
      <ul>
        {answer.inputs.map((input, i) => {
          const said = fill(words.row, {
            label: input.label,
            value: signed(input.withOthers.value, about.value),
            low: signed(input.withOthers.low, about.value),
            high: signed(input.withOthers.high, about.value),
          });
          const name = <span class={i < TOP ? 'chart-said moves-top' : 'chart-said'}>{input.label}</span>;
          return (
            <li key={input.name} class={picked.value === input.name ? 'moves-row picked' : 'moves-row'}>
              {file.value ? (
                <span class="moves-name">
                  {name}
                  <span class="visually-hidden"> {said}</span>
                </span>
              ) : (
                <button
                  type="button"
                  class="moves-name"
                  aria-label={`${said}. ${fill(words.rowButton, { label: input.label })}`}
                  aria-expanded={picked.value === input.name}
                  onClick={() => (picked.value = picked.value === input.name ? null : input.name)}
                >
                  {name}
                </button>
              )}
              <Bar {...scale} input={input} />
            </li>
          );
        })}
      </ul>
      <Key />
    </div>
  );
}

/** From nothing to the farthest, with a scale also where every effect is nought. */
function endsOf(inputs: readonly InputShare[]): readonly [number, number] {
  const values = inputs
    .flatMap(({ alone, withOthers }) => [alone.value, withOthers.value, withOthers.low, withOthers.high])
    .filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const least = about.value.unit.startsWith('share') ? LEAST : 0;
  return low === high && least === 0 ? [0, 1] : [low, Math.max(high, least)];
}

function summaryOf({ inputs }: MattersAnswer, outcome: OutcomeColumn): string {
  const words = panelText.value.matters.moves;
  const rows = inputs
    .slice(0, TOLD)
    .map(({ label, withOthers: { value, low, high } }) =>
      fill(words.row, { label, value: signed(value, outcome), low: short(low, outcome), high: short(high, outcome) }),
    );
  return fill(words.summary, { rows: listed(rows) });
}

/** The numbers that are drawn, in the unit of the outcome. */
function tableOf({ inputs }: MattersAnswer): Chart {
  const { columns } = panelText.value.matters.moves;
  const digits = 3;
  return {
    columns: [
      { name: columns.setting },
      { name: columns.grade },
      ...[columns.alone, columns.withOthers, columns.low, columns.high].map((name) => ({ name, digits })),
      { name: columns.best },
      { name: columns.worst },
    ],
    rows: inputs.map(({ label, grade, alone, withOthers, place }) => [
      label,
      grade,
      alone.value,
      withOthers.value,
      withOthers.low,
      withOthers.high,
      ...place,
    ]),
  };
}
