/** Files that are there whole or not at all: written beside their place under another name, made safe on the disk, then renamed or linked. */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const PART = /\.([0-9a-f]{8})-(\d+)-[0-9a-f-]{36}\.part$/;

/** Whose unfinished file a name is: whether of this machine, and the process; undefined for any other name. */
export function partOf(name: string): { readonly here: boolean; readonly pid: number } | undefined {
  const [, machine, pid] = PART.exec(name) ?? [];
  return machine === undefined ? undefined : { here: machine === host, pid: Number(pid) };
}

/** A file on its way: nothing is seen at its path before `commit`, nothing is left behind after `abandon`. */
export interface Growing {
  write(piece: string | Uint8Array): void;
  /** Puts it in its place, whatever was there: a link that stood there is replaced, not followed. */
  commit(): void;
  abandon(): void;
}

export function growing(path: string): Growing {
  mkdirSync(dirname(path), { recursive: true });
  const beside = besideOf(path);
  const file = openSync(beside, 'wx');
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  const abandon = (): void => {
    close();
    rmSync(beside, { force: true });
  };
  return {
    write(piece) {
      try {
        writeAll(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
      } catch (error) {
        abandon();
        throw error;
      }
    },
    commit() {
      try {
        fsyncSync(file);
        close();
        renameSync(beside, path);
      } catch (error) {
        abandon();
        throw error;
      }
      settleFolder(path);
    },
    abandon,
  };
}

export function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = growing(path);
  try {
    for (const piece of pieces) file.write(piece);
  } catch (error) {
    file.abandon();
    throw error;
  }
  file.commit();
}

/** What file systems without hard links answer. */
const unlinkable = new Set(['EPERM', 'EOPNOTSUPP', 'ENOTSUP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EINVAL']);

/**
 * Makes a file that is not there yet; false where there is one already, which stays as it is. Of many at once exactly one is
 * told true. Where the disk has no hard links, the file is made in its place and read back, so that others may see its beginning.
 */
export function createWhole(path: string, text: string, link: typeof linkSync = linkSync): boolean {
  const beside = besideOf(path);
  try {
    writeNew(beside, text);
    link(beside, path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!unlinkable.has(code)) throw error;
    return createInPlace(path, text);
  } finally {
    rmSync(beside, { force: true });
  }
  settleFolder(path);
  return true;
}

function createInPlace(path: string, text: string): boolean {
  try {
    writeNew(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  settleFolder(path);
  if (readFileSync(path, 'utf8') !== text) throw new Error(`${path}: expected to read back what was written`);
  return true;
}

const besideOf = (path: string): string => `${path}.${host}-${process.pid}-${randomUUID()}.part`;

function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeAll(file, Buffer.from(text));
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Makes the name of a new file as safe as its content. Windows has no such call on folders. */
function settleFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
