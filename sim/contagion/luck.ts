/**
 * One uniform number an agent and step, read no further than needed. Its first eight bits come sixteen agents to a block; the other
 * thirty-two are drawn only when the first eight cannot decide, once in 256 times. So a draw costs a sixteenth of a block, is still
 * a pure function of (key, purpose, id, time), and has 40 bits.
 */
import { block, draw, type Key, type Purpose, words } from '../random.ts';

/** Counter words that keep an agent's first bits, its further bits and the draws of its ties apart. */
const FIRST_BITS = 0;
const FURTHER_BITS = 1;
const TIES = 2;

/** Room for the first bits of ids 0..highest. */
export function luckFor(highest: number): Uint32Array {
  return new Uint32Array(((highest >> 4) + 1) * 4);
}

/** The node of each id that such a room has luck for; −1: nobody's. */
export function nodesById(ids: Uint32Array, highest: number): Int32Array {
  const nodeOf = new Int32Array(luckFor(highest).length * 4).fill(-1);
  for (let i = 0; i < ids.length; i++) {
    if (nodeOf[ids[i]] >= 0) throw new Error(`nodesById: nodes ${nodeOf[ids[i]]} and ${i} have one id, ${ids[i]}`);
    nodeOf[ids[i]] = i;
  }
  return nodeOf;
}

export function fillLuck(luck: Uint32Array, key: Key, purpose: Purpose, time: number): void {
  for (let group = 0, w = 0; w < luck.length; group++, w += 4) {
    block(key, purpose, group, FIRST_BITS, time);
    luck[w] = words[0];
    luck[w + 1] = words[1];
    luck[w + 2] = words[2];
    luck[w + 3] = words[3];
  }
}

/** The first eight bits of an id's draw: the draw lies in [bits, bits + 1) / 256. */
export function firstBits(luck: Uint32Array, id: number): number {
  return (luck[id >> 2] >>> ((id & 3) << 3)) & 255;
}

/**
 * Lists the nodes whose draw may be below a hazard, which passes over most, and returns how many. `nodeOf` is the node of each id
 * that there is luck for; −1: nobody's.
 */
export function listBelow(luck: Uint32Array, nodeOf: Int32Array, hazard: number, list: Int32Array): number {
  const below = Math.min(Math.ceil(hazard * 256), 256);
  const four = Math.imul(below, 0x01010101);
  let size = 0;
  for (let w = 0; w < luck.length; w++) {
    const word = luck[w] | 0;
    // Whether any of the four bytes is below, for bounds to 128 (S. E. Anderson, Bit Twiddling Hacks: hasless).
    if (below <= 128 && ((word - four) & ~word & 0x80808080) === 0) continue;
    for (let b = 0; b < 4; b++) {
      const node = nodeOf[4 * w + b];
      if (((word >>> (b << 3)) & 255) < below && node >= 0) list[size++] = node;
    }
  }
  return size;
}

/** Whether the draw that begins with these bits is below a probability. */
export function isBelow(bits: number, probability: number, key: Key, purpose: Purpose, id: number, time: number): boolean {
  const scaled = probability * 256;
  if (bits >= scaled) return false;
  if (bits + 1 <= scaled) return true;
  return bits + draw(key, purpose, id, FURTHER_BITS, time) < scaled;
}

/**
 * The one draw of a tie, the same whenever its source adopts: which ties would carry is settled by the key, so that more seeds
 * never reach fewer.
 */
export function tieDraw(key: Key, purpose: Purpose, source: number, target: number, layer: number): number {
  return draw(key, purpose, target, TIES + source, layer);
}
