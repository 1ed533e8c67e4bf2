/** The map's colours as the style sheet gives them, read once for each theme: a canvas cannot ask for them itself. */
/** Names of colours, and what stands for each where the person's own colours are in force. */
const names = {
  surface: 'Canvas',
  ink: 'CanvasText',
  'ink-2': 'CanvasText',
  none: 'GrayText',
  name: 'GrayText',
  'name-ink': 'CanvasText',
  well: 'Highlight',
  held: 'CanvasText',
  a: 'CanvasText',
  b: 'Highlight',
  paper: 'Canvas',
  land: 'Canvas',
  'land-2': 'Canvas',
  coast: 'CanvasText',
  border: 'GrayText',
  tie: 'Canvas',
} as const;

export type Colour = keyof typeof names;
export type Colours = Readonly<Record<Colour, string>> & { readonly font: string };

const known = new Map<string, Colours>();

/** The colours of a theme. The document wears it already when this is first called for it. */
export function coloursOf(theme: string, forced: boolean): Colours {
  const key = forced ? 'forced' : theme;
  const found = known.get(key) ?? read(forced);
  known.set(key, found);
  return found;
}

function read(forced: boolean): Colours {
  const style = getComputedStyle(document.documentElement);
  const all = Object.entries(names).map(([name, system]) => [name, forced ? system : style.getPropertyValue(`--${name}`).trim()]);
  return { ...(Object.fromEntries(all) as Record<Colour, string>), font: style.getPropertyValue('--font-ui').trim() };
}
