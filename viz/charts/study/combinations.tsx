/** What is enough together: a column a combination, a full dot where an input is held high, a ring where it is held low. */
import type { Combination, TogetherAnswer } from '../../../study/questions/answer.ts';
import { fill } from '../../../words/index.ts';
import { cut, type Drawn, Lines, NARROW, type Painted, px, roomFor, Sheet } from './parts.tsx';

interface CombinationsProps extends Drawn {
  readonly answer: TogetherAnswer;
}

const COLUMN = 38;
const PITCH = 26;
const TOP = 14;
const MOST = 16;

export function Combinations({ answer: { inputs, combinations }, words, ...drawn }: CombinationsProps) {
  const { width, paint } = drawn;
  const texts = words.combinations;
  if (combinations.list.length === 0)
    return (
      <Sheet {...drawn} height={36}>
        <Lines x={4} y={22} lines={[cut(fill(texts.none, { n: combinations.sizeLimit }), width, 13)]} />
      </Sheet>
    );
  const room = roomFor([...inputs.map(({ label }) => label), texts.reached, texts.covered], 13, 0.46 * width);
  const shown = combinations.list.slice(0, Math.min(MOST, Math.floor((width - room - 12) / COLUMN)));
  const used = inputs.filter(({ factor }) => shown.some(({ held }) => held.some((one) => one.factor === factor)));
  const left = (i: number): number => room + 12 + (i + 0.5) * COLUMN;
  const height = (i: number): number => TOP + (i + 0.5) * PITCH;
  const bottom = TOP + used.length * PITCH;
  const more = combinations.found - shown.length;
  const rows = [
    { name: texts.reached, of: ({ consistency }: Combination) => consistency },
    { name: texts.covered, of: ({ coverage }: Combination) => coverage },
  ];
  return (
    <Sheet {...drawn} height={bottom + 86}>
      {used.map(({ name, label }, i) => (
        <g key={name}>
          {i % 2 === 0 && (
            <rect
              x="0"
              y={TOP + i * PITCH}
              width={px(left(shown.length - 0.5))}
              height={PITCH}
              fill={paint.sunk}
              fill-opacity="0.6"
            />
          )}
          <Lines x={room} y={height(i) + 4.5} lines={[cut(label, room, 13)]} anchor="end" />
        </g>
      ))}
      {shown.map((one, i) => (
        <Column
          key={i}
          x={left(i)}
          ends={used.map(({ factor }) => one.held.find((held) => held.factor === factor)?.end)}
          height={height}
          paint={paint}
        />
      ))}
      {rows.map(({ name, of }, r) => (
        <g key={name}>
          <Lines x={room} y={bottom + 22 + r * 20} lines={[cut(name, room, 12.5)]} size={12.5} anchor="end" fill={paint.ink2} />
          {shown.map((one, i) => (
            <Lines
              key={i}
              x={left(i)}
              y={bottom + 22 + r * 20}
              lines={[String(Math.round(100 * of(one)))]}
              anchor="middle"
              weight={r === 0 ? 650 : undefined}
            />
          ))}
        </g>
      ))}
      <Key
        y={bottom + 72}
        {...(width >= NARROW && more > 0 && { more: fill(texts.more, { n: more }) })}
        paint={paint}
        words={words}
      />
    </Sheet>
  );
}

interface ColumnProps extends Painted {
  readonly x: number;
  /** By row: which end the input is held at. */
  readonly ends: readonly ('low' | 'high' | undefined)[];
  readonly height: (row: number) => number;
}

function Column({ x, ends, height, paint }: ColumnProps) {
  const rows = ends.flatMap((end, row) => (end === undefined ? [] : [row]));
  return (
    <g>
      <path d={`M${px(x)},${px(height(rows[0]))}V${px(height(rows.at(-1)!))}`} stroke={paint.well} stroke-width="2" />
      {ends.map((end, row) => (
        <Mark key={row} x={x} y={height(row)} end={end} paint={paint} />
      ))}
    </g>
  );
}

function Mark({
  x,
  y,
  end,
  paint,
}: { readonly x: number; readonly y: number; readonly end: 'low' | 'high' | undefined } & Painted) {
  if (end === undefined) return <circle cx={px(x)} cy={px(y)} r="2" fill={paint.none} />;
  const fill = end === 'high' ? paint.well : paint.surface;
  return <circle cx={px(x)} cy={px(y)} r="6.5" fill={fill} stroke={paint.well} stroke-width="2" />;
}

function Key({ y, more = '', paint, words }: { readonly y: number; readonly more?: string } & Pick<Drawn, 'paint' | 'words'>) {
  const { high, low } = words.combinations;
  return (
    <g>
      <Mark x={12} y={y - 4} end="high" paint={paint} />
      <Lines x={26} y={y} lines={[high]} size={12.5} fill={paint.ink2} />
      <Mark x={112} y={y - 4} end="low" paint={paint} />
      <Lines x={126} y={y} lines={[[low, more].filter((text) => text !== '').join('. ')]} size={12.5} fill={paint.ink2} />
    </g>
  );
}
