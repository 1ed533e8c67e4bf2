/** The first minute's right column: schools so far, and what just happened, in the one future on the map. */
import { useComputed } from '@preact/signals';
import { fill, schoolName } from '../../words/index.ts';
import { Glyph } from '../map/glyph.tsx';
import { thresholds } from '../map/thresholds.ts';
import { Words } from '../parts/words.tsx';
import { text, whole } from '../state/language.ts';
import { own } from '../state/own.ts';
import { rowAt, stepsPerYear } from '../state/rows.ts';
import { futures, ground, panel, year } from '../state/store.ts';
import { tallyNow } from '../state/tally.ts';
import { type News, newsUpTo } from './news.ts';
import './sofar.css';
import { wholeYear } from './yearline.tsx';

const strong = (part: string) => <strong>{part}</strong>;

export function SoFar() {
  const words = text.value.charts.soFar;
  const { using, well } = tallyNow('a');
  return (
    <section class="sofar" aria-label={words.label}>
      <h2>{fill(words.title, { year: whole(wholeYear.value) })}</h2>
      <dl class="sofar-counts">
        <div class="sofar-uses">
          <dd>{whole(using)}</dd>
          <dt>{fill(words.uses, { all: whole(ground.value.schoolCount) })}</dt>
        </div>
        <div class="sofar-well">
          <dd>{whole(well)}</dd>
          <dt>{words.well}</dt>
        </div>
      </dl>
      <NewsList />
      <p class="sofar-card">
        <Words message={own.value ? words.cardOwn : words.card} as={{ strong, trust: openTrust }} />
      </p>
    </section>
  );
}

const openTrust = (label: string) => (
  <button type="button" class="link" onClick={() => (panel.value = { kind: 'trust' })}>
    {label}
  </button>
);

function NewsList() {
  const words = text.value.charts.soFar;
  const row = useComputed(() => rowAt('a', year.value));
  const news = useComputed(() => {
    const { record } = futures.a.value;
    return record ? newsUpTo(record, row.value, thresholds) : [];
  });
  return (
    <>
      <div class="sofar-head">
        <h2>{words.happened}</h2>
        {!ground.value.schoolNames && <small>{words.made}</small>}
      </div>
      {news.value.length === 0 && <p class="sofar-nothing">{words.nothing}</p>}
      <ul class="sofar-news">
        {news.value.map((one) => (
          <NewsItem key={`${one.school}-${one.row}-${one.kind}`} news={one} />
        ))}
      </ul>
    </>
  );
}

/** A name cannot carry marks of its own. */
const nameOf = (school: number): string => schoolName(school, ground.value.schoolNames).replaceAll('<', '‹');

function NewsItem({ news: { school, from, row, kind, state } }: { readonly news: News }) {
  const words = text.value.charts;
  const said = { school: nameOf(school), ...(kind === 'visited' && { from: nameOf(from) }) };
  return (
    <li>
      <Glyph state={state} size={24} />
      <span>
        <Words message={words.soFar.events[kind]} with={said} as={{ strong }} />
        <small>{fill(words.year, { year: whole(Math.floor(row / stepsPerYear('a'))) })}</small>
      </span>
    </li>
  );
}
