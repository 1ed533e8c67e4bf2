/** One way to draw for the screen and for files: the same strokes go to a canvas or into the text of an SVG. */
import { path as tracePath } from 'd3';
import type { Colour, Colours } from './colours.ts';

/** What canvases and path texts both understand. */
export interface Tracer {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  arc(x: number, y: number, r: number, from: number, to: number): void;
  closePath(): void;
  rect(x: number, y: number, width: number, height: number): void;
}
export type Trace = (path: Tracer) => void;

export interface Style {
  readonly fill?: Colour;
  readonly stroke?: Colour;
  /** Of the stroke, in pixels. */
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
}

export interface Lettering {
  /** In pixels. */
  readonly size: number;
  readonly colour: Colour;
  /** A rim that keeps the words apart from what is behind them. */
  readonly rim?: Colour;
}

export interface Pen {
  draw(trace: Trace, style: Style): void;
  /** Words whose middle is at x, on a line at y. */
  write(words: string, x: number, y: number, how: Lettering): void;
  /** Draws only inside a shape. */
  within(shape: Trace, draw: () => void): void;
}

const WEIGHT = 600;
const RIM = 4;

export function canvasPen(context: CanvasRenderingContext2D, colours: Colours): Pen {
  context.lineJoin = 'round';
  return {
    draw(trace, { fill, stroke, width = 1, dash, alpha = 1 }) {
      context.globalAlpha = alpha;
      context.beginPath();
      trace(context);
      if (fill) {
        context.fillStyle = colours[fill];
        context.fill();
      }
      if (!stroke) return;
      context.strokeStyle = colours[stroke];
      context.lineWidth = width;
      context.lineCap = dash ? 'butt' : 'round';
      context.setLineDash(dash ? [...dash] : []);
      context.stroke();
    },
    write(words, x, y, { size, colour, rim }) {
      context.globalAlpha = 1;
      context.font = `${WEIGHT} ${size}px ${colours.font}`;
      context.textAlign = 'center';
      context.fillStyle = colours[colour];
      if (rim) {
        context.setLineDash([]);
        context.strokeStyle = colours[rim];
        context.lineWidth = RIM;
        context.strokeText(words, x, y);
      }
      context.fillText(words, x, y);
    },
    within(shape, draw) {
      context.save();
      context.beginPath();
      shape(context);
      context.clip();
      draw();
      context.restore();
    },
  };
}

/** A pen that writes; `text` is all it has drawn, `shapes` what it has drawn inside of. */
export function svgPen(colours: Colours): Pen & { text(): string } {
  const parts: string[] = [];
  let shapes = 0;
  const traced = (trace: Trace): string => {
    const path = tracePath();
    trace(path);
    return path.toString().replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
  };
  return {
    draw(trace, { fill, stroke, width = 1, dash, alpha }) {
      const paint = stroke
        ? ` stroke="${colours[stroke]}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`
        : '';
      const through = alpha === undefined ? '' : ` opacity="${alpha}"`;
      parts.push(`<path d="${traced(trace)}" fill="${fill ? colours[fill] : 'none'}"${paint}${through}/>`);
    },
    write(words, x, y, { size, colour, rim }) {
      const halo = rim ? ` paint-order="stroke" stroke="${colours[rim]}" stroke-width="${RIM}"` : '';
      parts.push(
        `<text x="${Math.round(x)}" y="${Math.round(y)}" font-size="${size}" font-weight="${WEIGHT}" text-anchor="middle" fill="${colours[colour]}"${halo}>${escaped(words)}</text>`,
      );
    },
    within(shape, draw) {
      const id = `shape-${shapes++}`;
      parts.push(`<clipPath id="${id}"><path d="${traced(shape)}"/></clipPath><g clip-path="url(#${id})">`);
      draw();
      parts.push('</g>');
    },
    text: () => parts.join('\n'),
  };
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
