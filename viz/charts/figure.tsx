/** A chart as the page shows every chart: a picture with a summary, the same numbers as a table, and both as files. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { text } from '../state/language.ts';
import type { Chart } from './chart.ts';
import './figure.css';

interface FigureProps {
  /** Its caption, as text; what stands in the caption may be richer. */
  readonly title: string;
  readonly caption?: ComponentChildren;
  /** What it is, the key numbers, the pattern: what is heard in place of the picture. */
  readonly summary: string;
  /** The numbers that are drawn; asked for when somebody looks at them. */
  readonly table: () => Chart;
  /** First part of the names of its files. */
  readonly name: string;
  /** The picture: nothing in it can be reached by key. */
  readonly svg: ComponentChildren;
  /** Handles that lie over the picture. */
  readonly children?: ComponentChildren;
  readonly class?: string;
  /** Several pictures that speak for themselves, or one that speaks as a whole. */
  readonly parts?: boolean;
}

export function Figure({ title, caption, summary, table, name, svg, children, class: kind = '', parts = false }: FigureProps) {
  const figure = useRef<HTMLElement>(null);
  const open = useSignal(false);
  const words = text.value.charts;
  return (
    <figure ref={figure} class={`chart ${kind}`}>
      <figcaption class="chart-head">
        <span class="chart-caption chart-said">{caption ?? title}</span>
        <button
          type="button"
          class="button quiet chart-switch"
          aria-expanded={open.value}
          aria-label={fill(words.tableOf, { title })}
          onClick={() => (open.value = !open.value)}
        >
          <Icon name="table" />
          <span>{words.table}</span>
        </button>
      </figcaption>
      <div class="chart-stage">
        <div class="chart-picture" aria-hidden={open.value} {...(parts ? {} : { role: 'img', 'aria-label': summary })}>
          {svg}
        </div>
        {!open.value && children}
        {open.value && (
          <Behind title={title} summary={summary} table={table} name={name} figure={figure} close={() => (open.value = false)} />
        )}
      </div>
    </figure>
  );
}

interface BehindProps extends Pick<FigureProps, 'title' | 'summary' | 'table' | 'name'> {
  readonly figure: RefObject<HTMLElement | null>;
  readonly close: () => void;
}

/** The numbers behind a picture, once they are here. */
function Behind({ title, summary, table, name, figure, close }: BehindProps) {
  const parts = useSignal<typeof import('./numbers.tsx') | null>(null);
  useEffect(() => {
    void import('./numbers.tsx').then((here) => {
      parts.value = here;
    });
  }, []);
  if (!parts.value) return null;
  const { Numbers, standaloneSvg } = parts.value;
  return (
    <Numbers title={title} chart={table()} name={name} picture={() => standaloneSvg(figure.current!, summary)} close={close} />
  );
}
