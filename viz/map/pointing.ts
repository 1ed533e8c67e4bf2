/** Pointing at schools, by hand and by arrow keys. */

import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { enlargement } from '../parts/enlarged.ts';
import { ground, pointed } from '../state/store.ts';
import { landOf, nearest } from './land.ts';
import { isSeen, type View, xOn, yOn } from './view.ts';
import { middleSchool, stepFrom, ways } from './walk.ts';
import type { Zooming } from './zoom.ts';
import { zoomKeys } from './zoombuttons.tsx';

/** Pixels from a school within which a pointer means it. */
const REACH = 16;

export interface Pointing {
  /** The school that this map points at, and whether keys brought it there. */
  readonly here: Signal<{ readonly school: number; readonly walked: boolean } | null>;
  leave(): void;
  onMove(event: PointerEvent): void;
  onClick(event: MouseEvent): void;
  onKey(event: KeyboardEvent): void;
}

/** `whole`: the view of the whole map; `view`: what is seen of it. */
export function usePointing(
  element: { readonly current: HTMLElement | null },
  view: ReadonlySignal<View>,
  whole: ReadonlySignal<View>,
  zoom: Zooming,
  open: (school: number) => void,
): Pointing {
  const here: Pointing['here'] = useSignal(null);
  const point = (school: number | null, walked: boolean): void => {
    here.value = school === null ? null : { school, walked };
    pointed.value = school;
  };
  const leave = (): void => point(null, false);
  useEffect(() => leave, []);
  const walk = (way: readonly [number, number]): void => {
    const land = landOf(ground.peek());
    const from = here.peek()?.school ?? null;
    const to = from === null ? middleSchool(land) : stepFrom(land, from, way);
    if (to === null) return;
    const isNear = isSeen(view.peek(), xOn(view.peek(), land.x[to]), yOn(view.peek(), land.y[to]), -REACH);
    if (!isNear) zoom.show(xOn(whole.peek(), land.x[to]), yOn(whole.peek(), land.y[to]));
    point(to, true);
  };
  const deeds = (): Readonly<Record<string, () => void>> => ({
    ...Object.fromEntries(Object.entries(ways).map(([key, way]) => [key, () => walk(way)])),
    ...zoomKeys(zoom),
    Enter: () => here.peek() && open(here.peek()!.school),
    Escape: leave,
  });
  return {
    here,
    leave,
    onMove: (event) => event.buttons === 0 && point(schoolUnder(event, element.current!, view.peek()), false),
    onClick(event) {
      const school = schoolUnder(event, element.current!, view.peek());
      if (school !== null) open(school);
    },
    onKey(event) {
      const deed = deeds()[event.key];
      if (!deed || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      deed();
    },
  };
}

function schoolUnder(event: MouseEvent, element: HTMLElement, { scale, dx, dy }: View): number | null {
  const frame = element.getBoundingClientRect();
  const larger = enlargement(element);
  const [x, y] = [(event.clientX - frame.left) / larger, (event.clientY - frame.top) / larger];
  return nearest(landOf(ground.peek()), (x - dx) / scale, (y - dy) / scale, REACH / scale);
}
