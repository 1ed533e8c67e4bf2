/** The map as a picture that stands alone, for files and for paper. */
import type { Ground } from '../../workers/index.ts';
import type { Colours } from './colours.ts';
import { drawMoment, type Moment } from './draw.ts';
import { drawLabels, drawLand, drawTies } from './drawland.ts';
import { labelsOf } from './labels.ts';
import { landOf } from './land.ts';
import { escaped, svgPen } from './pen.ts';
import { LETTERS, viewOf } from './view.ts';

export interface Scene {
  readonly ground: Ground;
  readonly moment: Moment;
  readonly colours: Colours;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What the picture shows, in words. */
  readonly label: string;
}

/** The picture as the text of an SVG file. Large systems make large files: about 150 bytes a school. */
export function mapSvg({ ground, moment, colours, width, height, label }: Scene): string {
  const land = landOf(ground);
  const view = viewOf(land, width, height);
  const pen = svgPen(colours);
  pen.draw((path) => path.rect(0, 0, width, height), { fill: 'paper' });
  drawLand(pen, land, view);
  drawTies(pen, land, ground.ties, view);
  drawMoment(pen, land, view, moment);
  drawLabels(pen, labelsOf(land, view, LETTERS), LETTERS);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}" font-family="${escaped(colours.font)}" stroke-linejoin="round">`,
    pen.text(),
    '</svg>\n',
  ].join('\n');
}
