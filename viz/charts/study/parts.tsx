/** What the pictures of a study are made of: the sheet, a scale's ticks, twenty dots, and lines of words. */
import type { ComponentChildren } from 'preact';
import type { PictureWords } from '../../../words/index.ts';
import type { Scale } from '../scale.ts';
import type { Paint } from './paint.ts';

/** What every picture is given beside its numbers. */
export interface Drawn {
  /** Pixels; below NARROW a picture is laid out for a hand. */
  readonly width: number;
  readonly paint: Paint;
  /** What is heard in place of the picture. */
  readonly label: string;
  readonly words: PictureWords;
}

/** What parts of a picture are drawn with. */
export type Painted = Pick<Drawn, 'paint'>;

export const NARROW = 440;
const FONT = 'Figtree Variable, Figtree, system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

/** Mean width of a letter for one pixel of type: enough to leave room for words without measuring them. */
const LETTER = 0.56;

export const widthOf = (text: string, size: number): number => text.length * size * LETTER;

/** The room that the longest of some labels takes, at most a part of the width. */
export const roomFor = (labels: readonly string[], size: number, most: number): number =>
  Math.min(most, Math.max(0, ...labels.map((label) => widthOf(label, size))) + 12);

/** A text in lines that fit a width; a word longer than a line stands alone. */
export function linesIn(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text that is cut where it does not fit. */
export function cut(text: string, width: number, size: number): string {
  const letters = Math.max(3, Math.floor(width / (size * LETTER)));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

export const px = (n: number): number => Math.round(10 * n) / 10;

interface SheetProps extends Omit<Drawn, 'words'> {
  readonly height: number;
  readonly children: ComponentChildren;
}

export const Sheet = ({ width, height, label, paint, children }: SheetProps) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox={`0 0 ${width} ${px(height)}`}
    width={width}
    height={px(height)}
    role="img"
    aria-label={label}
    font-family={FONT}
    font-size="13"
    fill={paint.ink}
  >
    {children}
  </svg>
);

interface LineProps {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly weight?: number | undefined;
  /** A colour around the letters, where they lie over lines. */
  readonly halo?: string;
}

/** Lines of words under each other, the first on y. */
export const Lines = ({ x, y, lines, size = 13, anchor = 'start', fill, weight, halo }: LineProps) => (
  <text
    x={px(x)}
    y={px(y)}
    font-size={size}
    text-anchor={anchor}
    fill={fill}
    font-weight={weight}
    {...(halo && { stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' })}
  >
    {lines.length === 1
      ? lines[0]
      : lines.map((line, i) => (
          <tspan key={line} x={px(x)} dy={i === 0 ? 0 : px(size * 1.25)}>
            {line}
          </tspan>
        ))}
  </text>
);

interface FootProps extends Pick<Drawn, 'width' | 'paint'> {
  readonly y: number;
  readonly text: string;
}

/** How a picture is to be read, under it, in as many lines as it needs. */
export const Foot = ({ y, text, width, paint }: FootProps) => (
  <Lines x={4} y={y + 14} lines={linesIn(text, width - 8, 12.5)} size={12.5} fill={paint.ink2} />
);

export const footRoom = (text: string, width: number): number => 8 + 16 * linesIn(text, width - 8, 12.5).length;

interface TicksProps extends Pick<Drawn, 'width' | 'paint'> {
  readonly x: Scale;
  readonly top: number;
  readonly bottom: number;
  readonly text: (value: number) => string;
  readonly title: string;
  readonly count?: number;
  /** Which of its round numbers a scale names: all of them where absent. */
  readonly isNamed?: (value: number) => boolean;
}

/** Where a scale with a name starts to measure, from the top of the picture. */
export const topUnder = (title: string, width: number): number => 30 + 16 * linesIn(title, width - 8, 12.5).length;

/** A scale above what it measures: its name, its numbers, and thin lines down; the line of nothing is stronger. */
export function Ticks({ x, top, bottom, width, paint, text, title, count = 5, isNamed = () => true }: TicksProps) {
  return (
    <g>
      <Lines x={4} y={14} lines={linesIn(title, width - 8, 12.5)} size={12.5} fill={paint.ink2} />
      {x
        .ticks(count)
        .filter(isNamed)
        .map((tick) => (
          <g key={tick}>
            <path d={`M${px(x(tick))},${top}V${px(bottom)}`} stroke={tick === 0 ? paint.lineStrong : paint.line} />
            <Lines x={x(tick)} y={top - 5} lines={[text(tick)]} size={12} anchor="middle" fill={paint.ink3} />
          </g>
        ))}
    </g>
  );
}
