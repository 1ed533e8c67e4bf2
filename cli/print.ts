/** Text on standard output; a reader that has had enough, such as head, ends the program quietly. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

export const print = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** Notes that are no results, on standard error. */
export const note = (...lines: readonly string[]): void => void process.stderr.write(`${lines.join('\n')}\n`);

/** Columns of the terminal; 80 where there is none or it does not say. */
export const terminalWidth = (): number => Math.max(40, process.stdout.columns || 80);

/** A text broken at spaces to a width. */
export function wrapped(text: string, width = Math.min(100, terminalWidth())): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

/** Rows of cells set under each other, the last column as long as it likes. */
export function columnsOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)));
  return rows.map((row) =>
    row
      .map((cell, c) => (c === row.length - 1 ? cell : cell.padEnd(widths[c])))
      .join('  ')
      .trimEnd(),
  );
}
