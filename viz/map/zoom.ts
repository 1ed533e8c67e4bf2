/** Going into a large map and back, by wheel, pinch, drag, keys and buttons. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Size } from '../charts/size.ts';
import { WHOLE, type Zoom } from './view.ts';
import type { Followed } from './zoombehaviour.ts';

/** Below this many schools the whole map shows them all, and the wheel is left to the page. */
const ZOOM_FROM = 400;
export const isLarge = (schools: number): boolean => schools > ZOOM_FROM;

export interface Zooming {
  readonly now: Signal<Zoom>;
  by(factor: number): void;
  whole(): void;
  /** Brings a place, in pixels of the whole map, to the middle. */
  show(x: number, y: number): void;
}

/** Follows what is done on an element, where there is a reason to: `wanted`. */
export function useZoom(element: { readonly current: HTMLElement | null }, size: Signal<Size>, wanted: boolean): Zooming {
  const now = useSignal<Zoom>(WHOLE);
  const followed = useRef<Followed | null>(null);
  const { width, height } = size.value;
  useEffect(() => {
    const host = element.current;
    if (!host || !wanted) return undefined;
    let left = false;
    void import('./zoombehaviour.ts').then(({ follow }) => {
      if (left) return;
      followed.current = follow(
        host,
        { width, height },
        () => now.peek(),
        (zoom) => {
          now.value = zoom;
        },
      );
    });
    return () => {
      left = true;
      followed.current?.leave();
      followed.current = null;
    };
  }, [wanted, width, height]);
  return {
    now,
    by: (factor) => followed.current?.by(factor),
    whole: () => followed.current?.whole(),
    show: (x, y) => followed.current?.show(x, y),
  };
}
