/** What the command line puts in place of a file's own, before the whole is believed: as if the file said so. */
import { refuse } from './problems.ts';

type Tree = Record<string, unknown>;

/** `ingredients.alliances=0.8` as a path and a value; what is not JSON is text. */
export function settingOf(text: string): { readonly path: string; readonly value: unknown } {
  const at = text.indexOf('=');
  if (at < 1) return refuse('--set', `found "${text}", expected path=value, such as ingredients.alliances=0.8`);
  const [path, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  try {
    return { path, value: JSON.parse(value) };
  } catch {
    return { path, value };
  }
}

/** Puts a value at a path such as `strategy.seedSchools`, `innovations.0.effect` or `strategy[1].from`; makes what is not there. */
export function put(scenario: unknown, path: string, value: unknown): void {
  const segments = path.split(/[.[\]]+/).filter((segment) => segment !== '');
  const last = segments.pop();
  if (last === undefined || !isTree(scenario)) return;
  if (segments[0] === 'innovations') scenario.innovations ??= [{ name: 'the innovation' }];
  if (segments[0] === 'fragmentation') scenario.fragmentation = parted(scenario.fragmentation);
  let node: Tree = scenario;
  for (const segment of segments) {
    if (!isTree(node[segment])) node[segment] = Object.create(null);
    node = node[segment] as Tree;
  }
  node[last] = value;
}

/** One dial as its three parts, so that one of them can be set apart. */
const parted = (dial: unknown): unknown =>
  typeof dial === 'number' || typeof dial === 'string' ? { structural: dial, initiative: dial, policy: dial } : dial;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
