/** Putting one value at a path of a scenario, as `--set` and studies do; the scenario that was given stays as it was. */

type Tree = Readonly<Record<string, unknown>>;

/**
 * The scenario with a value at a path such as `strategy.seedSchools`, `innovations.0.effect` or `strategy[1].from`; what is not
 * there is made. A setting of the rollout without a stage's number is put into every stage; `strategy.kind` leaves one
 * stage, which runs from the start. Nothing is checked: `parseScenario` believes the result or does not.
 */
export function withSetting(scenario: unknown, path: string, value: unknown): unknown {
  const segments = path.split(/[.[\]]+/).filter((segment) => segment !== '');
  if (segments.length === 0 || !isTree(scenario)) return scenario;
  const [first, ...rest] = segments;
  return { ...scenario, [first]: inside(first, scenario[first], rest, value) };
}

/** What stands under a name of the scenario, changed. */
function inside(name: string, part: unknown, segments: readonly string[], value: unknown): unknown {
  if (segments.length === 0) return value;
  if (name === 'innovations') return changed(part ?? [{ name: 'the innovation' }], segments, value);
  if (name === 'fragmentation') return changed(parted(part), segments, value);
  // The parameter that an effect acts on is one name with a point in it.
  if (name === 'effects') return changed(part, [segments[0], segments.slice(1).join('.')].filter(Boolean), value);
  if (name === 'strategy' && Array.isArray(part) && !/^\d+$/.test(segments[0])) {
    if (segments[0] !== 'kind') return part.map((stage) => changed(stage, segments, value));
    const { from: _, ...stage } = part[0];
    return { ...stage, kind: value };
  }
  return changed(part, segments, value);
}

function changed(node: unknown, [segment, ...rest]: readonly string[], value: unknown): unknown {
  const child = (now: unknown): unknown => (rest.length === 0 ? value : changed(now, rest, value));
  if (Array.isArray(node) && /^\d+$/.test(segment)) {
    // A place beyond the end leaves a gap, which the schema refuses; a far one must not be made.
    const copy = [...node];
    const at = Math.min(Number(segment), copy.length + 1);
    copy[at] = child(copy[at]);
    return copy;
  }
  const tree: Tree = isTree(node) && !Array.isArray(node) ? node : {};
  return { ...tree, [segment]: child(Object.hasOwn(tree, segment) ? tree[segment] : undefined) };
}

/** One dial as its three parts, so that one of them can be set apart. */
const parted = (dial: unknown): unknown =>
  typeof dial === 'number' || typeof dial === 'string' ? { structural: dial, initiative: dial, policy: dial } : dial;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
