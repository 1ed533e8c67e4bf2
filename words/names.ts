/** Names for schools that are made up: the same place always has the same name, and no two have one between them. */

/** Things small enough that no town is called after them. */
const things = [
  ...['Lantern', 'Kettle', 'Thimble', 'Orchard', 'Compass', 'Bramble', 'Pebble', 'Acorn', 'Heron', 'Willow'],
  ...['Copper', 'Candle', 'Juniper', 'Saffron', 'Marigold', 'Barley', 'Clover', 'Thistle', 'Cobble', 'Ember'],
  ...['Feather', 'Anchor', 'Basket', 'Bellows', 'Button', 'Cinder', 'Cricket', 'Drum', 'Fiddle', 'Finch'],
  ...['Flint', 'Ginger', 'Hazel', 'Honey', 'Ivory', 'Jasmine', 'Kite', 'Ladder', 'Loom', 'Mallow'],
  ...['Meadow', 'Mint', 'Nettle', 'Nutmeg', 'Paddle', 'Parsley', 'Pepper', 'Plum', 'Quill', 'Quince'],
  ...['Reed', 'Saddle', 'Sorrel', 'Spindle', 'Starling', 'Tamarind', 'Teasel', 'Velvet', 'Walnut', 'Wren'],
] as const;

const places = [
  ...['Hill', 'Street', 'Wells', 'Bridge', 'Lane', 'Gate', 'Corner', 'Row', 'Steps', 'Walk'],
  ...['Yard', 'Court', 'Road', 'Green', 'Bank', 'Bend', 'Crossing', 'End', 'Field', 'Garden'],
  ...['Grove', 'Hollow', 'Landing', 'Mill', 'Pond', 'Rise', 'Slope', 'Square', 'Stile', 'Terrace'],
  ...['Track', 'Turn', 'View', 'Way', 'Weir', 'Wharf', 'Wood', 'Edge', 'Fold', 'Furrow'],
] as const;

const kinds = ['School', 'Primary', 'Community School', 'School'] as const;

/** Names before one comes again with a number. The kinds differ in place and thing, never in kind alone. */
const NAMES = things.length * places.length;
/** Shares no factor with the number of names, so that steps of it meet every name before any comes again. */
const STRIDE = 1_019;

/** The name of a school: its own, where the file gave one, or one made up for its place in the system's order. */
export function schoolName(place: number, given: readonly string[] | null): string {
  if (given) return given[place];
  const at = (place * STRIDE) % NAMES;
  const round = Math.floor(place / NAMES);
  const name = `${things[at % things.length]} ${places[Math.floor(at / things.length)]} ${kinds[place % kinds.length]}`;
  return round === 0 ? name : `${name} ${round + 1}`;
}
