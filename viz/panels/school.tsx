/** Why: one school's story in one future, beside the same school in others. */
import { useComputed } from '@preact/signals';
import { fill, plainText, type Story, segments, storyOf } from '../../words/index.ts';
import { wide } from '../controls/screen.ts';
import { Glyph } from '../map/glyph.tsx';
import { poorerDistricts } from '../map/land.ts';
import { recordOf } from '../map/map.tsx';
import { stateAt } from '../map/states.ts';
import { thresholds } from '../map/thresholds.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { Segments } from '../parts/words.tsx';
import { count, decimal } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { own } from '../state/own.ts';
import { panelText } from '../state/paneltext.ts';
import type { PlanId } from '../state/plan.ts';
import { rowAt } from '../state/rows.ts';
import { comparing, ground, panel } from '../state/store.ts';
import { useWhy } from './whydata.ts';
import { lifeOf } from './whyfacts.ts';
import { LearnedFrom } from './whyfrom.tsx';
import { Hidden } from './whyhidden.tsx';
import { WhatIfs } from './whyifs.tsx';
import { Beside } from './whyleft.tsx';
import { Life } from './whylife.tsx';
import { Met } from './whymet.tsx';
import { nameOfSchool } from './whyname.ts';
import { Picked } from './whypicked.tsx';
import { yearAsked } from './yearasked.ts';
import './why.css';

export function School() {
  const open = panel.value;
  return open?.kind === 'school' ? <OneSchool id={open.plan} school={open.school} /> : null;
}

function OneSchool({ id, school }: { readonly id: PlanId; readonly school: number }) {
  const { told, asked } = useWhy(id, school);
  const at = useComputed(yearAsked);
  const name = nameOfSchool(school);
  const posts = ground.value.posts[school];
  const story = useComputed(
    () => told.value && storyOf(toldOf(told.value), { name, posts, nameOf: nameOfSchool }, panelText.value.why),
  );
  const results = told.value;
  return (
    <Panel kind="school" title={<Heading id={id} school={school} at={at.value} />} tools={<Steps school={school} id={id} />}>
      {wide.value && <Beside id={id} school={school} told={results} at={at.value} />}
      <p class="why-about">{about(id, school)}</p>
      <Picked id={id} school={school} />
      {results && story.value ? (
        <>
          <p class="why-story">
            <Segments
              of={story.value.sentences.flatMap(({ segments: parts }, i) => (i > 0 ? [{ text: ' ' }, ...parts] : parts))}
            />
          </p>
          <Life told={results} asked={asked.value} name={name} at={at.value} summary={story.value.text} />
          <Met life={lifeOf(results)} years={results.years} at={at.value} />
          <WhatIfs asked={asked.value} name={name} at={at.value} row={rowAt(id, at.value)} />
          {!wide.value && <LearnedFrom id={id} school={school} told={results} at={at.value} />}
          <Events story={story.value} />
          <Hidden told={results} row={rowAt(id, at.value)} at={at.value} />
        </>
      ) : (
        <p class="why-waiting" role="status">
          {panelText.value.why.head.waiting}
        </p>
      )}
    </Panel>
  );
}

const toldOf = (results: Parameters<typeof lifeOf>[0]) => ({
  events: results.story ?? [],
  life: lifeOf(results),
  years: results.years,
});

const Heading = ({ id, school, at }: { readonly id: PlanId; readonly school: number; readonly at: number }) => (
  <span class="why-name">
    <Glyph state={stateAt(recordOf(id), school, rowAt(id, at), thresholds)} size={52} />
    {nameOfSchool(school)}
  </span>
);

function about(id: PlanId, school: number): string {
  const words = panelText.value.why.head;
  const all = ground.value;
  const d = all.district[school];
  const district = fill(poorerDistricts(all)[d] ? words.poorer : words.district, { district: all.districtNames[d] });
  return [
    district,
    count(words.pupils, Math.round(all.pupils[school])),
    count(words.teachers, all.posts[school]),
    own.value ? words.fromFile : words.invented,
    ...(comparing.value ? [plainText(segments(fill(words.inPlan, { plan: planName(id) })))] : []),
  ].join(' · ');
}

function Steps({ id, school }: { readonly id: PlanId; readonly school: number }) {
  const words = panelText.value.why.head;
  const { schoolCount } = ground.value;
  const go = (by: number) => () => {
    panel.value = { kind: 'school', school: (school + by + schoolCount) % schoolCount, plan: id };
  };
  return (
    <>
      <button type="button" class="button quiet" onClick={go(-1)}>
        <Icon name="left" />
        {words.previous}
      </button>
      <button type="button" class="button quiet" onClick={go(1)}>
        {words.next}
        <Icon name="right" />
      </button>
    </>
  );
}

/** Everything that the story was told from, as a list. */
function Events({ story }: { readonly story: Story }) {
  const words = panelText.value.why.head;
  const year = (at: number): string => decimal(at, 1);
  return (
    <details class="why-events">
      <summary>{words.list}</summary>
      <ol>
        {story.events.map(({ from, to, text: line }) => (
          <li key={`${from}${line}`}>
            <span>{from === to ? year(from) : fill(words.between, { from: year(from), to: year(to) })}</span>
            {line}
          </li>
        ))}
      </ol>
    </details>
  );
}
