/** Wheel, pinch and drag on a large map, by d3-zoom: fetched when there is one. */
import { select, zoomIdentity, zoom as zooming } from 'd3';
import type { Size } from '../charts/size.ts';
import { enlargement } from '../parts/enlarged.ts';
import type { Zoom } from './view.ts';

const NEAREST = 40;

/** What can be asked of a map that is followed. */
export interface Followed {
  by(factor: number): void;
  whole(): void;
  show(x: number, y: number): void;
  /** Ends it. */
  leave(): void;
}

/** Follows what is done on an element of some size, and tells where the map then is. Hands are followed in pixels as they are drawn. */
export function follow(host: HTMLElement, { width, height }: Size, now: () => Zoom, tell: (zoom: Zoom) => void): Followed {
  const larger = enlargement(host);
  const ends: [[number, number], [number, number]] = [
    [0, 0],
    [width * larger, height * larger],
  ];
  const behaviour = zooming<HTMLElement, unknown>()
    .scaleExtent([1, NEAREST])
    .extent(ends)
    .translateExtent(ends)
    // A finger on the whole map scrolls the page; two fingers, or a map gone into, are for the map.
    .filter(
      (event: TouchEvent & MouseEvent) =>
        !event.button && (event.type !== 'touchstart' || event.touches.length > 1 || now().k > 1),
    )
    .on('zoom', ({ transform: { k, x, y } }) => {
      tell({ k, x: x / larger, y: y / larger });
      host.classList.toggle('is-near', k > 1);
    });
  const selected = select(host).call(behaviour).on('dblclick.zoom', null);
  return {
    by: (factor) => behaviour.scaleBy(selected, factor),
    whole: () => behaviour.transform(selected, zoomIdentity),
    show: (x, y) => behaviour.translateTo(selected, x * larger, y * larger),
    leave: () => void selected.on('.zoom', null),
  };
}
