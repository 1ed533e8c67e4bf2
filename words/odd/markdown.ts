/** Tables and headings as Markdown. */
import type { Quantities, Quantity } from '../../sim/index.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A number, or the name of a choice. */
const valueText = ({ choices }: Quantity, value: number): string => choices?.[value] ?? String(value);

export const quantityTable = (rows: Quantities): string =>
  table(
    ['name', 'meaning', 'unit', 'default', 'plausible', 'grade', 'source'],
    Object.entries(rows).map(([name, row]) => [
      `\`${name}\``,
      row.about ? `${row.label}. ${row.about}` : row.label,
      row.unit,
      valueText(row, row.default),
      row.choices ? row.choices.join(', ') : `${row.range[0]} to ${row.range[1]}`,
      row.grade,
      row.source,
    ]),
  );
