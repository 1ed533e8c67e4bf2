/** A chunk's file: the rows of a range of runs and a last line by which anybody can tell that they are whole and belong here. */
import { sha256 } from './canonical.ts';

/** What a chunk's last line says beside the digest of its rows. */
export interface Seal {
  readonly id: string;
  readonly rows: number;
  /** Of the arithmetic that made them. */
  readonly numerics: string;
  /** Version of the model. */
  readonly model: string;
}

/** `other`: whole, and of this chunk, but made by another arithmetic or model. */
export type ChunkState = 'ok' | 'damaged' | 'other';

/** The bytes of a chunk's file. `rows` are lines without their ends. */
export function sealed(rows: readonly string[], seal: Omit<Seal, 'rows'>): Buffer {
  const body = rows.map((row) => `${row}\n`).join('');
  return Buffer.from(body + footer({ ...seal, rows: rows.length }, sha256(body)));
}

export function stateOf(bytes: Buffer, expected: Seal): ChunkState {
  const end = bodyEnd(bytes);
  const found = bytes.toString('utf8', end);
  const sha = sha256(bytes.subarray(0, end));
  if (found === footer(expected, sha)) return 'ok';
  const said = sealIn(found);
  const isWhole = said?.id === expected.id && said.rows === expected.rows && found === footer(said, sha);
  return isWhole ? 'other' : 'damaged';
}

/** The rows of a chunk that is ok, a line each. */
export const rowsOf = (bytes: Buffer): string[] => bytes.toString('utf8', 0, bodyEnd(bytes) - 1).split('\n');

/** Where the last line begins. */
const bodyEnd = (bytes: Buffer): number => bytes.lastIndexOf(10, bytes.length - 2) + 1;

/** The last check is over the line itself, so that a line with a flipped bit is not taken for another machine's. */
function footer({ id, rows, numerics, model }: Seal, sha: string): string {
  const line = JSON.stringify({ id, sha, rows, numerics, model });
  return `${line.slice(0, -1)},"check":"${sha256(line).slice(0, 16)}"}\n`;
}

function sealIn(text: string): Seal | undefined {
  try {
    return JSON.parse(text) as Seal;
  } catch {
    return undefined;
  }
}
