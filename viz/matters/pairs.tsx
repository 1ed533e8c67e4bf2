/** What works together, what gets in the way: pairs of settings whose effect is more or less than the two added up. */
import type { Pair, TogetherAnswer } from '../../study/questions/answer.ts';
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { useSize } from '../charts/size.ts';
import { themed } from '../charts/study/paint.ts';
import { Pairs as Picture } from '../charts/study/pairs.tsx';
import { Words } from '../parts/words.tsx';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { matters, together } from './answers.ts';
import { about } from './asking.ts';
import { drawnWords } from './drawn.ts';
import { listed, signed } from './figures.ts';
import { file } from './file.ts';
import { Later } from './later.tsx';
import { kept } from './running.ts';

/** Settings that have a row in the picture, as many as a square of some pixels leaves room for beside the names. All are in the table. */
const MOST = 12;
const SQUARE = 28;
const BESIDE = 290;
const rowsIn = (width: number): number => Math.max(5, Math.min(MOST, 1 + Math.floor((width - BESIDE) / SQUARE)));
/** Pairs that are told to those who hear the picture. */
const TOLD = 4;

export function Pairs() {
  const words = panelText.value.matters.together;
  return (
    <section class="matters-part" aria-labelledby="matters-pairs">
      <h2 id="matters-pairs">{words.title}</h2>
      <p class="matters-about">{words.about}</p>
      <Body />
    </section>
  );
}

function Body() {
  const words = panelText.value.matters.together;
  const { answer, table } = together.value;
  const all = kept.value.mixes?.part.pointCount ?? 0;
  if (!answer || !table || (!file.value && table.pointCount < all))
    return <p class="matters-later">{fill(words.later, { n: whole(table?.pointCount ?? 0), all: whole(all) })}</p>;
  if (!answer.ok) return <Later answer={answer} later="" />;
  return <Shown answer={answer} />;
}

function Shown({ answer }: { readonly answer: TogetherAnswer }) {
  const words = panelText.value.matters.together;
  const [place, size] = useSize<HTMLDivElement>({ width: 540, height: 400 });
  const clear = answer.pairs.filter(({ isBeyondNoise }) => isBeyondNoise);
  const summary = fill(words.summary, { pairs: clear.length > 0 ? listed(clear.slice(0, TOLD).map(pairSaid)) : words.none });
  return (
    <>
      <div ref={place}>
        <Figure
          name="matters"
          title={words.title}
          caption={<span class="visually-hidden">{words.title}</span>}
          summary={summary}
          table={() => tableOf(answer)}
          svg={
            <Picture
              answer={reduced(answer, rowsIn(size.value.width))}
              width={size.value.width}
              paint={themed}
              label={summary}
              words={drawnWords()}
            />
          }
        />
      </div>
      <Look pairs={clear} />
    </>
  );
}

const pairSaid = ({ a, b, effect }: Pair): string =>
  fill(panelText.value.matters.together.pair, { a: a.label, b: b.label, value: signed(effect.value, about.value) });

/** The settings that move most, in the order of the list beside it, with all pairs of them. */
function reduced(answer: TogetherAnswer, rows: number): TogetherAnswer {
  const order = matters.value.answer?.ok ? matters.value.answer.inputs.map(({ factor }) => factor) : [];
  const strong = answer.pairs.filter(({ isBeyondNoise }) => isBeyondNoise).flatMap(({ a, b }) => [a.factor, b.factor]);
  const kept = new Set([...strong, ...order].filter((one, i, all) => all.indexOf(one) === i).slice(0, rows));
  const inputs = answer.inputs
    .filter(({ factor }) => kept.has(factor))
    .sort((a, b) => order.indexOf(a.factor) - order.indexOf(b.factor));
  return { ...answer, inputs, pairs: answer.pairs.filter(({ a, b }) => kept.has(a.factor) && kept.has(b.factor)) };
}

/** The pair that helps most and the one that hinders most, in words; where none hinders, the two that help most. */
function Look({ pairs }: { readonly pairs: readonly Pair[] }) {
  const words = panelText.value.matters.together;
  const sorted = [...pairs].sort((a, b) => b.effect.value - a.effect.value);
  const last = sorted[sorted.length - 1];
  const shown = [sorted[0], last?.effect.value < 0 ? last : sorted[1]].filter((pair, i, all) => pair && all.indexOf(pair) === i);
  if (shown.length === 0) return null;
  return (
    <section class="matters-note matters-look">
      <h3>{words.look}</h3>
      {shown.map(({ a, b, effect }) => (
        <p key={`${a.name} ${b.name}`}>
          <Words
            message={effect.value > 0 ? words.stronger : words.against}
            with={{ a: a.label, b: b.label, value: signed(effect.value, about.value) }}
            as={{ strong: (label) => <strong>{label}</strong>, against: (label) => <strong class="against">{label}</strong> }}
          />
        </p>
      ))}
    </section>
  );
}

function tableOf({ pairs }: TogetherAnswer): Chart {
  const { columns, yes, no } = panelText.value.matters.together;
  const digits = 3;
  return {
    columns: [
      { name: columns.a },
      { name: columns.b },
      ...[columns.effect, columns.low, columns.high].map((name) => ({ name, digits })),
      { name: columns.beyond },
    ],
    rows: pairs.map(({ a, b, effect, isBeyondNoise }) => [
      a.label,
      b.label,
      effect.value,
      effect.low,
      effect.high,
      isBeyondNoise ? yes : no,
    ]),
  };
}
