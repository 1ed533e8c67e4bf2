/** Where made-up districts lie: seats spread over an island, each with the ground that is nearer to it than to any other. */
import { block, type Key, purposes, unit, words } from '../random.ts';

export interface Plane {
  /** Kilometres; the seats' middle is 0, 0. */
  readonly seatX: Float64Array;
  readonly seatY: Float64Array;
  /** Kilometres from a seat within which its schools lie. */
  readonly reach: number;
  /** The district whose ground this is, for a point within two `reach` of a seat; −1 may come back where none is near. */
  nearest(x: number, y: number): number;
}

/** Cosine and sine of the golden angle, by which each seat is turned from the one before. */
const TURN_X = -0.7373688780783197;
const TURN_Y = 0.6754902942615238;
/** Islands are wider than high, as screens are. */
const STRETCH = 1.15;

/**
 * Seats on Vogel's spiral (1979): even over a disc for any number, never close, with no rows to be seen. Each is moved a
 * little by its own draw.
 */
export function planeOf(key: Key, districts: number, area: number): Plane {
  const side = Math.sqrt(area / districts);
  const radius = Math.sqrt(area / Math.PI);
  const seatX = new Float64Array(districts);
  const seatY = new Float64Array(districts);
  let turnX = 1;
  let turnY = 0;
  for (let d = 0; d < districts; d++) {
    const far = districts === 1 ? 0 : radius * Math.sqrt((d + 0.5) / districts);
    block(key, purposes.districtTraits, d, 0, 0);
    seatX[d] = (far * turnX + side * 0.4 * (unit(words[0]) - 0.5)) * STRETCH;
    seatY[d] = (far * turnY + side * 0.4 * (unit(words[1]) - 0.5)) / STRETCH;
    const length = Math.sqrt(turnX * turnX + turnY * turnY);
    const nextX = (turnX * TURN_X - turnY * TURN_Y) / length;
    turnY = (turnX * TURN_Y + turnY * TURN_X) / length;
    turnX = nextX;
  }
  return { seatX, seatY, reach: side * 0.75, nearest: nearestSeat(seatX, seatY, side) };
}

/** Looks in the 3 × 3 squares around a point: squares are as wide as districts, and `reach` is less. */
function nearestSeat(seatX: Float64Array, seatY: Float64Array, side: number): (x: number, y: number) => number {
  const west = seatX.reduce((least, x) => Math.min(least, x), 0) - 2 * side;
  const south = seatY.reduce((least, y) => Math.min(least, y), 0) - 2 * side;
  const columns = Math.ceil((seatX.reduce((most, x) => Math.max(most, x), 0) - west) / side) + 3;
  const rows = Math.ceil((seatY.reduce((most, y) => Math.max(most, y), 0) - south) / side) + 3;
  const square = (x: number, y: number) => Math.floor((y - south) / side) * columns + Math.floor((x - west) / side);
  const first = new Int32Array(columns * rows + 1);
  for (let d = 0; d < seatX.length; d++) first[square(seatX[d], seatY[d]) + 1]++;
  for (let k = 0; k < columns * rows; k++) first[k + 1] += first[k];
  const seats = new Int32Array(seatX.length);
  const filled = first.slice();
  for (let d = 0; d < seatX.length; d++) seats[filled[square(seatX[d], seatY[d])]++] = d;

  return (x, y) => {
    const middle = square(x, y);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = -columns; row <= columns; row += columns) {
      for (let k = first[middle + row - 1]; k < first[middle + row + 2]; k++) {
        const dx = x - seatX[seats[k]];
        const dy = y - seatY[seats[k]];
        if (dx * dx + dy * dy >= least) continue;
        least = dx * dx + dy * dy;
        best = seats[k];
      }
    }
    return best;
  };
}
