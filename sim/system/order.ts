/** Orders of schools that do not depend on how a table lists them. */

/** More rows than any table of schools; a row and a 32-bit code share the 53 bits of a number. */
const MOST_ROWS = 2 ** 21;

/**
 * Rows in the order of their 32-bit codes. Rows with equal codes keep the order in which `among` lists them (rows of the
 * table where absent).
 */
export function orderBy(count: number, code: (row: number) => number, among?: Int32Array): Int32Array {
  if (count > MOST_ROWS) throw new RangeError(`expected at most ${MOST_ROWS} rows, got ${count}`);
  const packed = new Float64Array(count);
  for (let i = 0; i < count; i++) packed[i] = code(among ? among[i] : i) * MOST_ROWS + i;
  packed.sort();
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const place = packed[i] % MOST_ROWS;
    order[i] = among ? among[place] : place;
  }
  return order;
}

/** Place along Hilbert's curve of a square of 2^16 × 2^16: near in the plane is near in the order, and nearly so back. */
function hilbert(column: number, row: number): number {
  let x = column;
  let y = row;
  let place = 0;
  for (let side = 0x8000; side > 0; side >>= 1) {
    const right = (x & side) !== 0 ? 1 : 0;
    const up = (y & side) !== 0 ? 1 : 0;
    place = place * 4 + ((3 * right) ^ up);
    if (up === 1) continue;
    if (right === 1) {
      x = 0xffff - x;
      y = 0xffff - y;
    }
    const swapped = x;
    x = y;
    y = swapped;
  }
  return place;
}

/** Rows along Hilbert's curve over the square that holds all points. */
export function alongCurve(x: Float64Array, y: Float64Array, among: Int32Array): Int32Array {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < x.length; s++) {
    west = Math.min(west, x[s]);
    east = Math.max(east, x[s]);
    south = Math.min(south, y[s]);
    north = Math.max(north, y[s]);
  }
  const scale = 0xffff / Math.max(east - west, north - south, 1e-9);
  return orderBy(x.length, (s) => hilbert(Math.floor((x[s] - west) * scale), Math.floor((y[s] - south) * scale)), among);
}
