/** A handle that slides along a picture: dragged or clicked anywhere on its ground, moved by keys, heard as a slider. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface SlideProps {
  readonly class: string;
  /** Where its ground lies over the picture. */
  readonly box?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly valueText: string;
  /** An arrow key moves by a step, a page key or an arrow with Shift by a page. */
  readonly step: number;
  readonly page: number;
  /** Along x to the right, or along y upwards. */
  readonly along?: 'x' | 'y';
  /** Where a pointer takes hold: anywhere on the ground, or only at the handle, when several share a ground. */
  readonly by?: 'ground' | 'handle';
  /** The value nearest to one that was pointed at; itself where nothing is said. */
  readonly near?: (value: number) => number;
  readonly to: (value: number, moment: 'held' | 'done') => void;
  /** Backspace and Delete. */
  readonly clear?: () => void;
  /** Escape, and a double click. */
  readonly away?: () => void;
  /** What the handle looks like. */
  readonly children?: ComponentChildren;
}

const inside = (value: number, { min, max }: SlideProps): number => Math.min(max, Math.max(min, value));

/** The value at a pointer, from where it is on the ground. */
function pointedAt({ clientX, clientY }: PointerEvent, ground: HTMLElement, props: SlideProps): number {
  const { left, top, width, height } = ground.getBoundingClientRect();
  const share = props.along === 'y' ? 1 - (clientY - top) / height : (clientX - left) / width;
  const value = inside(props.min + share * (props.max - props.min), props);
  return props.near ? props.near(value) : value;
}

/** The value that a key leads to; undefined for other keys. */
export function keyedTo(key: string, shift: boolean, { value, step, page, min, max }: SlideProps): number | undefined {
  const by = shift ? page : step;
  const to: Readonly<Record<string, number>> = {
    ArrowRight: value + by,
    ArrowUp: value + by,
    ArrowLeft: value - by,
    ArrowDown: value - by,
    PageUp: value + page,
    PageDown: value - page,
    Home: min,
    End: max,
  };
  return to[key];
}

export function Slide(props: SlideProps) {
  const { class: kind, box, label, min, max, value, valueText, along = 'x', by = 'ground', to, clear, away, children } = props;
  const ground = useRef<HTMLDivElement>(null!);
  const handle = useRef<HTMLDivElement>(null!);
  const held = useRef<number | null>(null);
  const share = (100 * (value - min)) / (max - min || 1);
  const release = (): void => {
    if (held.current !== null) to(held.current, 'done');
    held.current = null;
  };
  const hold = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      handle.current.setPointerCapture(event.pointerId);
      event.preventDefault(); // or the drag would select text; the focus is given by hand
      handle.current.focus({ preventScroll: true });
      held.current = pointedAt(event, ground.current, props);
      to(held.current, 'held');
    },
    onPointerMove(event: PointerEvent) {
      if (held.current === null) return;
      held.current = pointedAt(event, ground.current, props);
      to(held.current, 'held');
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
  return (
    <div ref={ground} class={`slide ${kind}`} style={box} {...(by === 'ground' && hold)} onPointerCancel={release}>
      <div
        ref={handle}
        class="slide-handle"
        style={along === 'x' ? { left: `${share}%` } : { bottom: `${share}%` }}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation={along === 'x' ? 'horizontal' : 'vertical'}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        {...(by === 'handle' && hold)}
        onKeyDown={(event) => {
          if (away && event.key === 'Escape') return away();
          if (clear && ['Backspace', 'Delete'].includes(event.key)) return clear();
          const keyed = keyedTo(event.key, event.shiftKey, props);
          if (keyed === undefined) return;
          event.preventDefault();
          to(inside(keyed, props), 'done');
        }}
      >
        {children}
      </div>
    </div>
  );
}
