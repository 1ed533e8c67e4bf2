/** Which plan holds up: in each setting, the chance of reaching enough as dots out of twenty; the best in a setting is outlined. */
import type { HoldsAnswer, PlanCell } from '../../../study/questions/answer.ts';
import { cut, type Drawn, Foot, footRoom, Lines, linesIn, type Painted, px, roomFor, Sheet, widthOf } from './parts.tsx';
import { inTwenty, Twenty } from './twenty.tsx';

interface HoldsProps extends Drawn {
  readonly answer: HoldsAnswer;
}

/** A column with room for ten dots side by side, and the largest that is used. */
const DOTTED = 64;
const MOST = 118;
/** Without dots. */
const PLAIN = 36;
const TILT = 66;
const LONGEST = 140;

export function Holds({ answer: { plans, settings, cells }, words, ...drawn }: HoldsProps) {
  const { width, paint } = drawn;
  const names = plans.map(({ name }) => name);
  // The longer list goes down, where there is always room.
  const isTurned = settings.length > plans.length;
  const [down, across] = isTurned ? [settings, names] : [names, settings];
  const cellAt = (row: number, column: number): PlanCell | undefined =>
    cells.find(({ plan, setting }) => (isTurned ? plan === column && setting === row : plan === row && setting === column));
  const isDotted = (width - roomFor(down, 13, 0.26 * width) - 8) / across.length >= DOTTED;
  const room = roomFor(down, 13, isDotted ? 0.26 * width : Math.max(0.3 * width, width - 8 - across.length * PLAIN));
  const free = (width - room - 8) / across.length;
  const column = Math.min(free, isDotted ? MOST : PLAIN);
  const heads = across.map((label) => linesIn(label, column - 14, 12.5));
  const rise = Math.sin((TILT * Math.PI) / 180);
  const top = isDotted
    ? Math.max(...heads.map(({ length }) => length)) * 16 + 10
    : Math.max(...across.map((label) => Math.min(LONGEST, widthOf(label, 12.5)))) * rise + 18;
  const pitch = isDotted ? 56 : 34;
  const left = (i: number): number => room + 8 + i * column;
  const height = (i: number): number => top + i * pitch;
  const foot = isDotted ? words.holds.dots : words.holds.numbers;
  return (
    <Sheet {...drawn} height={height(down.length) + 6 + footRoom(foot, width)}>
      {across.map((label, i) =>
        isDotted ? (
          <Lines
            key={label}
            x={left(i) + 6}
            y={top - 8 - (heads[i].length - 1) * 15.6}
            lines={heads[i]}
            size={12.5}
            weight={570}
            fill={paint.ink2}
          />
        ) : (
          <text key={label} font-size="12.5" transform={`translate(${px(left(i) + column / 2)},${px(top - 7)}) rotate(-${TILT})`}>
            {cut(label, Math.min(LONGEST, (width - left(i) - column / 2) / Math.cos((TILT * Math.PI) / 180)), 12.5)}
          </text>
        ),
      )}
      {down.map((label, i) => (
        <g key={label}>
          <path d={`M0,${px(height(i))}H${px(left(across.length))}`} stroke={paint.line} />
          <RowName label={label} y={height(i)} height={pitch} room={room} />
          {across.map((name, k) => (
            <Cell
              key={name}
              cell={cellAt(i, k)}
              x={left(k)}
              y={height(i)}
              width={column}
              height={pitch}
              isDotted={isDotted}
              paint={paint}
              inTwentyWord={words.holds.inTwenty}
            />
          ))}
        </g>
      ))}
      <Foot y={height(down.length) + 6} text={foot} width={width} paint={paint} />
    </Sheet>
  );
}

interface RowNameProps {
  readonly label: string;
  readonly y: number;
  readonly height: number;
  readonly room: number;
}

/** In lines where a row has room for them. */
function RowName({ label, y, height, room }: RowNameProps) {
  const lines = linesIn(label, room - 4, 13);
  const shown = lines.slice(0, height > 40 ? 3 : 2);
  const size = height > 40 || shown.length === 1 ? 13 : 12;
  return (
    <Lines
      x={0}
      y={y + height / 2 + 4.5 - (shown.length - 1) * 0.62 * size}
      lines={shown.map((line) => cut(line, room - 2, size))}
      size={size}
      weight={570}
    />
  );
}

interface CellProps extends Painted {
  readonly cell: PlanCell | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isDotted: boolean;
  readonly inTwentyWord: string;
}

function Cell({ cell, x, y, width, height, isDotted, paint, inTwentyWord }: CellProps) {
  if (!cell || cell.futures === 0) return <Lines x={x + 8} y={y + height / 2 + 4} lines={['–']} fill={paint.ink3} />;
  const share = cell.reached / cell.futures;
  const frame = { x: px(x + 1), y: px(y + 1), width: px(width - 2), height: height - 2, rx: 6 };
  return (
    <g>
      {cell.isBest && <rect {...frame} fill={paint.wellSoft} stroke={paint.well} stroke-width="2" />}
      {isDotted ? (
        <>
          <Twenty x={x + 6} y={y + 7} pitch={Math.min(8, (width - 12) / 10)} share={share} paint={paint} />
          <text x={px(x + 6)} y={px(y + height - 10)} font-size="12.5">
            <tspan font-weight="700" font-size="14">
              {inTwenty(share)}
            </tspan>
            {` ${inTwentyWord}`}
          </text>
        </>
      ) : (
        <Lines
          x={x + width / 2}
          y={y + height / 2 + 4.5}
          lines={[String(inTwenty(share))]}
          anchor="middle"
          weight={cell.isBest ? 700 : undefined}
        />
      )}
    </g>
  );
}
