/** A table of numbers as a picture: a row an input, a column a condition, the darker the larger; numbers stand in every cell. */
import { amount, signed } from './amounts.ts';
import { cut, type Drawn, Foot, footRoom, Lines, linesIn, px, roomFor, Sheet } from './parts.tsx';

interface GridProps extends Drawn {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column; NaN where there is nothing. */
  readonly cells: readonly (readonly number[])[];
  /** Cells that are within the noise: their numbers stand without colour. */
  readonly isFaint?: (row: number, column: number) => boolean;
  /** Whether a plus stands before what is above nothing. */
  readonly isSigned: boolean;
  /** Whether colours are by column, where columns have units of their own. */
  readonly isByColumn: boolean;
  /** How it is to be read. */
  readonly foot: string;
}

const PITCH = 27;
const LINE = 15;

export function Grid({ rows, columns, cells, isFaint, isSigned, isByColumn, foot, words: _, ...drawn }: GridProps) {
  const { width, paint } = drawn;
  const room = roomFor(rows, 13, 0.36 * width);
  const cell = Math.min(120, (width - room - 8) / columns.length);
  const heads = columns.map((column) => linesIn(column, cell - 6, 12));
  const top = 10 + LINE * Math.max(...heads.map((lines) => lines.length));
  const bottom = top + rows.length * PITCH + 6;
  const largest = (c: number): number =>
    Math.max(
      ...cells.flatMap((row) => (isByColumn ? [row[c]] : row)).map((value) => (Number.isNaN(value) ? 0 : Math.abs(value))),
    );
  return (
    <Sheet {...drawn} height={bottom + footRoom(foot, width)}>
      {heads.map((lines, c) => (
        <Lines
          key={columns[c]}
          x={room + 8 + (c + 0.5) * cell}
          y={top - 8 - LINE * (lines.length - 1)}
          lines={lines}
          size={12}
          anchor="middle"
          fill={paint.ink2}
        />
      ))}
      {rows.map((row, r) => {
        const y = top + r * PITCH;
        return (
          <g key={row}>
            <Lines x={room} y={y + PITCH / 2 + 4.5} lines={[cut(row, room, 13)]} anchor="end" />
            {cells[r].map((value, c) => {
              const x = room + 8 + c * cell;
              const part = Number.isNaN(value) || isFaint?.(r, c) ? 0 : Math.abs(value) / (largest(c) || 1);
              return (
                <g key={columns[c]}>
                  <rect x={px(x)} y={px(y)} width={px(cell - 2)} height={PITCH - 2} rx="3" fill={paint.sunk} />
                  <rect
                    x={px(x)}
                    y={px(y)}
                    width={px(cell - 2)}
                    height={PITCH - 2}
                    rx="3"
                    fill={value < 0 ? paint.held : paint.well}
                    fill-opacity={px(6 * part) / 10}
                  />
                  <Lines
                    x={x + cell / 2 - 1}
                    y={y + PITCH / 2 + 3.5}
                    lines={[textOf(value, isSigned)]}
                    size={12.5}
                    anchor="middle"
                    weight={part > 0.25 ? 650 : undefined}
                    fill={part === 0 ? paint.ink3 : paint.ink}
                  />
                </g>
              );
            })}
          </g>
        );
      })}
      <Foot y={bottom} text={foot} width={width} paint={paint} />
    </Sheet>
  );
}

/** Whole from 10 on, one decimal below: columns are read down. */
function textOf(value: number, isSigned: boolean): string {
  const rounded = Math.round(10 * value) / 10;
  return isSigned ? signed(rounded) : amount(rounded);
}
