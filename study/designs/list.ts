/** Points that somebody wrote out: a value of every factor, by name. */
import { nearest, show } from '../../sim/index.ts';
import type { Axis } from '../axis.ts';
import type { DesignKind } from './design.ts';

type Row = Readonly<Record<string, number | string>>;

/** What is wrong with a row, in one sentence; its number counts from 1, as a table's does. */
function faultOf(row: Row, number: number, axes: readonly Axis[]): string | undefined {
  const names = axes.map(({ name }) => name);
  const unknown = Object.keys(row).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const close = nearest(unknown, names);
    return `row ${number} has ${unknown}, which is no factor${close ? `; did you mean ${close}?` : '.'}`;
  }
  for (const axis of axes) {
    const value = Object.hasOwn(row, axis.name) ? row[axis.name] : undefined;
    if (Number.isNaN(placeOf(value, axis)))
      return `row ${number} has ${show(value)} for ${axis.name}, expected ${valuesOf(axis)}.`;
  }
  return undefined;
}

const valuesOf = ({ choices, levels, low, high, whole }: Axis): string =>
  choices || levels ? `one of ${(choices ?? levels)?.join(', ')}` : `a ${whole ? 'whole ' : ''}number from ${low} to ${high}`;

/** The number of a value, or the place of a choice; NaN where it is none of the factor's. */
function placeOf(value: number | string | undefined, { choices, levels, low, high, whole }: Axis): number {
  if (choices) {
    const place = choices.indexOf(String(value));
    return place < 0 ? Number.NaN : place;
  }
  if (typeof value !== 'number') return Number.NaN;
  if (levels) return levels.includes(value) ? value : Number.NaN;
  return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : Number.NaN;
}

export const list: DesignKind<'list'> = {
  refuse({ rows }, axes) {
    if (typeof rows === 'string') return undefined;
    const faults = rows.flatMap((row, i) => faultOf(row, i + 1, axes) ?? []);
    if (faults.length === 0) return undefined;
    return faults.length === 1 ? faults[0] : `${faults[0]} Rows that are wrong in all: ${faults.length}.`;
  },
  make({ rows }, axes) {
    if (typeof rows === 'string') throw new Error(`expected points that have been read, got ${rows}`);
    return {
      pointCount: rows.length,
      numbers: {},
      at: (point) => Float64Array.from(axes, (axis) => placeOf(rows[point][axis.name], axis)),
    };
  },
};
