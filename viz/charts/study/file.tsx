/** An answer as one SVG that stands alone: its sentence, its pictures under each other, and what to bear in mind. */
import type { VNode } from 'preact';
import type { PictureWords } from '../../../words/index.ts';
import { markup } from './markup.ts';
import { plain } from './paint.ts';
import { Lines, linesIn, Sheet } from './parts.tsx';
import type { StudyPicture } from './pictures.tsx';

interface FileProps {
  readonly pictures: readonly StudyPicture[];
  readonly sentence: string;
  readonly note: string;
  readonly words: PictureWords;
}

const WIDTH = 880;
const SIDE = 28;
const INNER = WIDTH - 2 * SIDE;

export function svgFile({ pictures, sentence, note, words }: FileProps): string {
  const head = linesIn(sentence, INNER, 19);
  const foot = linesIn(note, INNER, 12.5);
  let y = 40 + head.length * 24;
  const placed = pictures.map((picture) => {
    const drawn = picture.draw({ width: INNER, paint: plain, label: picture.title, words });
    const svg = called(drawn);
    const at = y;
    y += 44 + svg.height;
    return { picture, svg, at };
  });
  const height = y + foot.length * 16 + 22;
  return `${markup(
    <Sheet width={WIDTH} height={height} label={sentence} paint={plain}>
      <rect width={WIDTH} height={height} fill={plain.paper} />
      <Lines x={SIDE} y={40} lines={head} size={19} weight={600} />
      {placed.map(({ picture, svg, at }) => (
        <g key={picture.name} transform={`translate(${SIDE},${at})`}>
          <Lines x={0} y={16} lines={[picture.title]} size={15} weight={700} />
          <g transform="translate(0,30)">{svg.node}</g>
        </g>
      ))}
      <Lines x={SIDE} y={y + 16} lines={foot} size={12.5} fill={plain.ink3} />
    </Sheet>,
  )}\n`;
}

/** A picture's own svg, and its height: components are functions, called down to the first element. */
function called(node: VNode): { readonly node: VNode; readonly height: number } {
  let at = node as VNode<Record<string, unknown>>;
  while (typeof at.type === 'function') at = (at.type as (given: object) => VNode<Record<string, unknown>>)(at.props);
  return { node: at, height: Number(at.props.height) };
}
