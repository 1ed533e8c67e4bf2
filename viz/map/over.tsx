/** What lies over the map for one school: rings around it, and a card that says what it is. */
import type { ComponentChildren } from 'preact';
import { fill, schoolName } from '../../words/index.ts';
import { count, text } from '../state/language.ts';
import { ground, panel, pointed } from '../state/store.ts';
import { landOf } from './land.ts';
import { type View, xOn, yOn } from './view.ts';

export const nameOf = (school: number): string => schoolName(school, ground.value.schoolNames);

export function peopleOf(school: number): string {
  const { people, pupils, teachers } = text.value.map;
  const { pupils: learners, posts } = ground.value;
  return fill(people, { pupils: count(pupils, Math.round(learners[school])), teachers: count(teachers, posts[school]) });
}

/** Rings around the school pointed at, in whatever map, and around the one whose story is open. */
export function Rings({ view }: { readonly view: View }) {
  const open = panel.value?.kind === 'school' ? panel.value.school : null;
  const land = landOf(ground.value);
  const rings = [
    { school: open, kind: 'open' },
    { school: pointed.value, kind: 'pointed' },
  ];
  return (
    <>
      {rings.map(({ school, kind }) => {
        if (school === null || school >= land.x.length) return null;
        const r = view.radius * land.width[school] + 5;
        const place = {
          left: `${xOn(view, land.x[school]) - r}px`,
          top: `${yOn(view, land.y[school]) - r}px`,
          width: `${2 * r}px`,
          height: `${2 * r}px`,
        };
        return <span key={kind} class={`map-ring map-ring-${kind}`} style={place} />;
      })}
    </>
  );
}

const CARD = 216;

export function Card({
  school,
  view,
  state,
  glyph,
}: {
  readonly school: number;
  readonly view: View;
  readonly state: string;
  readonly glyph: ComponentChildren;
}) {
  const land = landOf(ground.value);
  const [x, y] = [xOn(view, land.x[school]), yOn(view, land.y[school])];
  const off = view.radius * land.width[school] + 12;
  const left = `${Math.max(0, Math.min(view.width - CARD, x - CARD / 2))}px`;
  const place = y > view.height / 2 ? { left, bottom: `${view.height - y + off}px` } : { left, top: `${y + off}px` };
  return (
    <div class="map-card" style={place} aria-hidden="true">
      <b>{nameOf(school)}</b>
      <span class="map-card-state">
        {glyph}
        {state}
      </span>
      <span class="map-card-people">{peopleOf(school)}</span>
    </div>
  );
}
