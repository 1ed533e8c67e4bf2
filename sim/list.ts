/**
 * A list of whole numbers whose room stays when it is emptied (`size` 0): in a nation hundreds of thousands of educators change in one
 * month, which as objects would be most of a run's litter.
 */
export interface List {
  items: Int32Array;
  size: number;
}

export const emptyList = (): List => ({ items: new Int32Array(64), size: 0 });

export function push(list: List, item: number): void {
  if (list.size === list.items.length) {
    const wide = new Int32Array(2 * list.size);
    wide.set(list.items);
    list.items = wide;
  }
  list.items[list.size++] = item;
}
