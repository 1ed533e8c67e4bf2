/** What works together: the effect of two inputs beyond the two added up, in a triangle; blank where it is within the noise. */
import { type Amounts, amountsOf, signed } from './amounts.ts';
import { noiseText, PairList, type PairsProps } from './pairlist.tsx';
import { cut, type Drawn, Lines, type Painted, px, roomFor, Sheet, widthOf } from './parts.tsx';

/** Strength of a colour by the size of an effect in parts of the largest. */
const strengths = [
  { below: 0.25, opacity: 0.14 },
  { below: 0.5, opacity: 0.32 },
  { below: 0.75, opacity: 0.52 },
  { below: Number.POSITIVE_INFINITY, opacity: 1 },
] as const;

const TILT = 38;
/** Below this the key does not fit in its lines. */
const LEAST = 400;
const CELL = { least: 27, most: 36 } as const;
const RADIAN = Math.PI / 180;

export function Pairs(props: PairsProps) {
  const { answer, words, ...drawn } = props;
  const { width, paint } = drawn;
  const labels = answer.inputs.map(({ label }) => label);
  const room = roomFor(labels.slice(1), 13, 0.36 * width);
  const lastLabel = widthOf(labels.at(-2) ?? '', 13) * Math.cos(TILT * RADIAN);
  const cell = Math.min(CELL.most, (width - room - lastLabel - 8) / Math.max(1, labels.length - 1));
  const isAnyBeyond = answer.pairs.some(({ isBeyondNoise }) => isBeyondNoise);
  if (width < LEAST || cell < CELL.least || !isAnyBeyond) return <PairList {...props} />;
  const amounts = amountsOf(answer.outcome, words);
  const placeOf = new Map(answer.inputs.map(({ factor }, i) => [factor, i]));
  const top = Math.max(
    20,
    ...labels.slice(0, -1).map((label, i) => widthOf(label, 13) * Math.sin(TILT * RADIAN) + 22 - i * cell),
  );
  const left = (i: number): number => room + 8 + i * cell;
  const height = (i: number): number => top + (i - 1) * cell;
  const most = Math.max(
    0,
    ...answer.pairs.filter(({ isBeyondNoise }) => isBeyondNoise).map(({ effect }) => Math.abs(effect.value)),
  );
  const bottom = height(labels.length);
  return (
    <Sheet {...drawn} height={bottom + 62}>
      {answer.inputs.map(({ name, label }, i) => (
        <g key={name}>
          {i > 0 && <Lines x={room} y={height(i) + cell / 2 + 4.5} lines={[cut(label, room, 13)]} anchor="end" />}
          {i < labels.length - 1 && (
            <text transform={`translate(${px(left(i) + cell / 2 + 4)},${px(height(i + 1) - 7)}) rotate(-${TILT})`}>{label}</text>
          )}
        </g>
      ))}
      {answer.pairs.map(({ a, b, effect, isBeyondNoise }) => {
        const [first, second] = [placeOf.get(a.factor)!, placeOf.get(b.factor)!].sort((one, other) => one - other);
        const square = { x: left(first), y: height(second), cell, part: isBeyondNoise ? effect.value / most : 0 };
        return <Square key={`${first} ${second}`} {...square} text={short(amounts.times * effect.value)} paint={paint} />;
      })}
      <Key y={bottom + 26} noise={answer.noise} amounts={amounts} paint={paint} words={words} />
    </Sheet>
  );
}

/** In a square there is room for two figures. */
const short = (value: number): string => signed(Math.abs(value) >= 2 ? Math.round(value) : value);

interface SquareProps extends Painted {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Of the largest effect, with its sign; 0 within the noise. */
  readonly part: number;
  readonly text: string;
}

/** The number stands in every square beyond the noise, so that signs are read without colour. */
function Square({ x, y, cell, part, text, paint }: SquareProps) {
  const size = px(cell - 2);
  const frame = { x: px(x), y: px(y), width: size, height: size, rx: 3 };
  if (part === 0) return <rect {...frame} fill={paint.sunk} />;
  const { opacity } = strengths.find(({ below }) => Math.abs(part) < below)!;
  const ink = opacity === 1 ? paint.paper : paint.ink;
  return (
    <g>
      <rect {...frame} fill={part > 0 ? paint.well : paint.held} fill-opacity={opacity} />
      <Lines x={x + size / 2} y={y + size / 2 + 4.5} lines={[text]} size={12} anchor="middle" weight={650} fill={ink} />
    </g>
  );
}

interface KeyProps extends Pick<Drawn, 'paint' | 'words'> {
  readonly y: number;
  readonly noise: number;
  readonly amounts: Amounts;
}

function Key({ y, noise, amounts, paint, words }: KeyProps) {
  const sides = [
    { colour: paint.well, text: words.pairs.stronger, x: 4 },
    { colour: paint.held, text: words.pairs.against, x: 216 },
  ];
  return (
    <g>
      {sides.map(({ colour, text, x }) => (
        <g key={colour}>
          {strengths.map(({ opacity }, i) => (
            <rect key={opacity} x={x + i * 16} y={y - 11} width="14" height="14" rx="2" fill={colour} fill-opacity={opacity} />
          ))}
          <Lines x={x + 72} y={y} lines={[text]} size={12.5} fill={paint.ink2} />
        </g>
      ))}
      <rect x={4} y={y + 13} width="14" height="14" rx="2" fill={paint.sunk} stroke={paint.line} />
      <Lines x={26} y={y + 24} lines={[noiseText(noise, amounts, words)]} size={12.5} fill={paint.ink2} />
    </g>
  );
}
