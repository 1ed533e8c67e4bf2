/** Going into a map without a wheel: buttons, and the keys that do the same. */
import { Icon } from '../parts/icon.tsx';
import { text } from '../state/language.ts';
import type { Zooming } from './zoom.ts';

const STEP = 1.6;

export const zoomKeys = (zoom: Zooming) => ({
  '+': () => zoom.by(STEP),
  '=': () => zoom.by(STEP),
  '-': () => zoom.by(1 / STEP),
  '0': () => zoom.whole(),
});

export function ZoomButtons({ zoom }: { readonly zoom: Zooming }) {
  const words = text.value.map;
  return (
    <div class="map-zoom">
      {zoom.now.value.k > 1 && (
        <button type="button" class="button" onClick={zoom.whole}>
          {words.whole}
        </button>
      )}
      <button type="button" class="button" aria-label={words.nearer} title={words.nearer} onClick={() => zoom.by(STEP)}>
        <Icon name="plus" />
      </button>
      <button type="button" class="button" aria-label={words.farther} title={words.farther} onClick={() => zoom.by(1 / STEP)}>
        <Icon name="minus" />
      </button>
    </div>
  );
}
