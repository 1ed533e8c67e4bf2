/** The size of an element as it is laid out, in pixels. */
import { type Signal, useSignal } from '@preact/signals';
import type { RefCallback } from 'preact';
import { useMemo } from 'preact/hooks';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What to put on an element as its ref, and the element's size from then on; before that, what is handed in. */
export function useSize<E extends HTMLElement>(before: Size): readonly [RefCallback<E>, Signal<Size>] {
  const size = useSignal(before);
  const ref = useMemo(() => watcherOf<E>(size), []);
  return [ref, size];
}

function watcherOf<E extends HTMLElement>(size: Signal<Size>): RefCallback<E> {
  let observer: ResizeObserver | undefined;
  return (element) => {
    observer?.disconnect();
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const now = size.peek();
      if (width > 0 && height > 0 && (width !== now.width || height !== now.height)) size.value = { width, height };
    };
    measure();
    observer = new ResizeObserver(measure);
    observer.observe(element);
  };
}
