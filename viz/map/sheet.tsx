/** A map that can be looked at, pointed at, walked and gone into; what is drawn for each school is handed in. */
import { signal, useComputed, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { useSize } from '../charts/size.ts';
import { text } from '../state/language.ts';
import { ground } from '../state/store.ts';
import { drawLabels, drawLand, drawTies } from './drawland.ts';
import { labelsOf } from './labels.ts';
import { type Land, landOf } from './land.ts';
import { lettersHere } from './media.ts';
import { Card, nameOf, peopleOf, Rings } from './over.tsx';
import { canvasPen } from './pen.ts';
import { usePointing } from './pointing.ts';
import { type Surface, surfaceOf } from './surface.ts';
import { isDetailed, LETTERS, type View, viewOf, WHOLE } from './view.ts';
import { isLarge, useZoom } from './zoom.ts';
import { ZoomButtons } from './zoombuttons.tsx';
import './map.css';

/** Whether the map on the screen tells all states apart: what the legend explains. */
export const detailed = signal(true);

interface SheetProps {
  readonly label: string;
  readonly summary: string;
  /** Draws the schools; runs again when a signal that it reads changes. */
  readonly paint: (surface: Surface, land: Land, view: View) => void;
  /** What a school is, in words. */
  readonly tell: (school: number) => string;
  readonly open: (school: number) => void;
  /** Height of the names of districts, in pixels. */
  readonly letters?: number;
  /** A look at a school beside its words in the card. */
  readonly glyph: (school: number) => ComponentChildren;
}

/** Made anew where another kind of map is needed: a canvas keeps how it was begun. */
export const Sheet = (props: SheetProps) => <Fresh key={String(isLarge(ground.value.schoolCount))} {...props} />;

function Fresh({ label, summary, paint, tell, open, glyph, letters }: SheetProps) {
  const host = useRef<HTMLDivElement>(null);
  const [measured, size] = useSize<HTMLDivElement>({ width: 0, height: 0 });
  const held = useCallback((element: HTMLDivElement | null) => {
    host.current = element;
    measured(element);
  }, []);
  const large = isLarge(ground.value.schoolCount);
  const zoom = useZoom(host, size, large);
  const high = useComputed(() => letters ?? lettersFor(size.value.width));
  const viewAt = (at: typeof WHOLE): View => viewOf(landOf(ground.value), size.value.width, size.value.height, at, high.value);
  const whole = useComputed(() => viewAt(WHOLE));
  const view = useComputed(() => viewAt(zoom.now.value));
  const canvases = useCanvases(view, high, paint);
  const { here, leave, onMove, onClick, onKey } = usePointing(host, view, whole, zoom, open);
  const words = text.value.map;
  const school = here.value?.school;
  return (
    <div class="map">
      <div
        ref={held}
        class="map-sheet"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk from school to school here
        tabIndex={0}
        role="application"
        aria-label={[label, summary, words.keys, ...(large ? [words.zoomKeys] : [])].join(' ')}
        onKeyDown={onKey}
        onPointerMove={onMove}
        onPointerLeave={leave}
        onBlur={leave}
        onClick={onClick}
      >
        {canvases}
        <Rings view={view.value} />
        {school !== undefined && <Card school={school} view={view.value} state={tell(school)} glyph={glyph(school)} />}
      </div>
      {large && <ZoomButtons zoom={zoom} />}
      <p class="visually-hidden" aria-live="polite">
        {school !== undefined &&
          here.value?.walked &&
          fill(words.said, { name: nameOf(school), state: tell(school), people: peopleOf(school) })}
      </p>
    </div>
  );
}

/** The usual height of names, in pixels, by the width of the map. */
const lettersFor = (width: number): number => (width < 480 ? LETTERS : LETTERS + 1);

type Shown<T> = ReturnType<typeof useComputed<T>>;

/** What stays while the years pass on one canvas, and what moves on another over it. */
function useCanvases(view: Shown<View>, high: Shown<number>, paint: SheetProps['paint']) {
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const labels = useComputed(() => labelsOf(landOf(ground.value), view.value, high.value));
  useSignalEffect(() => {
    if (!below.current || view.value.width === 0) return;
    detailed.value = isDetailed(view.value);
    const land = landOf(ground.value);
    const { context, colours } = surfaceOf(below.current, view.value);
    const pen = canvasPen(context, colours);
    drawLand(pen, land, view.value);
    drawTies(pen, land, ground.value.ties, view.value);
  });
  useSignalEffect(() => {
    lettersHere.value;
    if (!above.current || view.value.width === 0) return;
    const surface = surfaceOf(above.current, view.value);
    paint(surface, landOf(ground.value), view.value);
    drawLabels(canvasPen(surface.context, surface.colours), labels.value, high.value);
  });
  return (
    <>
      <canvas ref={below} class="map-canvas" />
      <canvas ref={above} class="map-canvas" />
    </>
  );
}
