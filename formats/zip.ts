/** Files -> one zip, piece by piece, so that nothing is held twice. The same files make the same bytes anywhere, at any time. */
import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ZipFile {
  /** With / between folders. */
  readonly path: string;
  /** The file's content, one piece after another. */
  readonly pieces: Iterable<string | Uint8Array>;
}

/** What every file is dated: the first day that a zip can name, as the clock of any place reads it. */
const DATE = '1980-01-01T00:00:00';

/** The bytes of a zip, in the order of the files; throws what fflate throws, which only a programmer can cause. */
export function* zipPieces(files: Iterable<ZipFile>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const taken = (): Uint8Array[] => {
    const now = ready;
    ready = [];
    return now;
  };
  for (const { path, pieces } of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = DATE;
    zip.add(entry);
    for (const piece of pieces) {
      entry.push(typeof piece === 'string' ? strToU8(piece) : piece);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
