/** The 32 bits by which draws know a school. */

/** 32 bits of a text (FNV-1a over its UTF-16 units, then Murmur3's last mix, so that short texts fill the range). */
function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A key for each text, in the order given. Where texts share a hash, the first of them by spelling keeps it and the others try
 * again with marks added, so that keys depend on the set of texts and not on their order. Two equal texts are an error.
 */
export function keysOf(texts: readonly string[]): Uint32Array {
  const keys = Uint32Array.from(texts, hashOf);
  const owner = new Map<number, number>();
  const others: number[] = [];
  for (let i = 0; i < texts.length; i++) {
    const first = owner.get(keys[i]);
    if (first === undefined || texts[first] > texts[i]) owner.set(keys[i], i);
    if (first !== undefined) others.push(texts[first] > texts[i] ? first : i);
    if (first !== undefined && texts[first] === texts[i]) throw repeated(texts[i]);
  }
  others.sort((a, b) => (texts[a] < texts[b] ? -1 : 1));
  others.forEach((i, k) => {
    if (k > 0 && texts[others[k - 1]] === texts[i]) throw repeated(texts[i]);
    for (let mark = 1; owner.has(keys[i]); mark++) keys[i] = hashOf(`${texts[i]}\n${mark}`);
    owner.set(keys[i], i);
  });
  return keys;
}

const repeated = (text: string) => new RangeError(`expected unique school ids, got ${text} twice`);
