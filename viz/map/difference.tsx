/** The map that sets two plans against each other, school by school, in the future looked at. */
import { useComputed } from '@preact/signals';
import { fill } from '../../words/index.ts';
import { count, text, whole } from '../state/language.ts';
import { rowAt } from '../state/rows.ts';
import { futures, ground, panel, year } from '../state/store.ts';
import { depthsApart } from './difference.ts';
import { Marks } from './glyph.tsx';
import type { Land } from './land.ts';
import { differenceMarks, drawMarks } from './marks.ts';
import { canvasPen } from './pen.ts';
import { Sheet } from './sheet.tsx';
import { isCrowd, splat } from './splat.ts';
import type { Surface } from './surface.ts';
import { thresholds } from './thresholds.ts';
import { isSeen, type View, xOn, yOn } from './view.ts';

/** ▲ where A goes deeper, ▽ where B does, larger for more; a dot where they are about the same. */
export function DifferenceMap() {
  const apart = useComputed(depthsNow);
  const words = text.value.map.difference;
  return (
    <Sheet
      label={`${words.label}.`}
      summary={summaryOf(apart.value)}
      paint={(surface, land, view) => paint(apart.value, surface, land, view)}
      tell={(school) => said(apart.value[school])}
      glyph={(school) => <Marks marks={differenceMarks(apart.value[school], 6)} width={16} height={16} />}
      open={(school) => {
        panel.value = { kind: 'school', school, plan: apart.value[school] < 0 ? 'b' : 'a' };
      }}
    />
  );
}

function depthsNow(): Float32Array {
  const { schoolCount } = ground.value;
  const [a, b] = [futures.a.value.record, futures.b.value.record];
  if (a?.schools !== schoolCount || b?.schools !== schoolCount) return new Float32Array(schoolCount);
  return depthsApart(a, b, [rowAt('a', year.value), rowAt('b', year.value)], thresholds);
}

function said(apart: number): string {
  const words = text.value.map.difference;
  if (apart === 0) return words.schoolSame;
  return fill(apart > 0 ? words.schoolA : words.schoolB, { points: whole(100 * Math.abs(apart)) });
}

function summaryOf(apart: Float32Array): string {
  const { difference, schools } = text.value.map;
  const many = (is: (v: number) => boolean): string => whole(apart.reduce((n, v) => n + (is(v) ? 1 : 0), 0));
  return fill(difference.summary, {
    a: many((v) => v > 0),
    b: many((v) => v < 0),
    same: many((v) => v === 0),
    schools: count(schools, apart.length),
    year: whole(Math.floor(year.value)),
  });
}

function paint(apart: Float32Array, { context, colours, ratio }: Surface, land: Land, view: View): void {
  if (isCrowd(land, view)) {
    splat(context, land, view, kindsOf(apart), colours, ratio);
    return;
  }
  const pen = canvasPen(context, colours);
  apart.forEach((depth, s) => {
    const [x, y] = [xOn(view, land.x[s]), yOn(view, land.y[s])];
    if (isSeen(view, x, y, 2 * view.radius)) drawMarks(pen, differenceMarks(depth, view.radius), x, y);
  });
}

/** Sizes of triangles where there are thousands; the code in the middle is a dot. */
const LEVELS = 3;
const kindsOf = (apart: Float32Array) => ({
  codes: Uint8Array.from(apart, (v) => LEVELS + Math.sign(v) * Math.ceil(LEVELS * Math.abs(v))),
  order: [3, 2, 4, 1, 5, 0, 6],
  marks: (code: number, r: number) => differenceMarks((code - LEVELS) / LEVELS, r),
});
