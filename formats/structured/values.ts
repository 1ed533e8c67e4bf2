/** Syntax nodes -> plain values, refusing what JSON readers let through in silence. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { DEPTH } from './nesting.ts';

/** Values that all aliases (`*name`) of a file may stand for together: some hundred bytes can otherwise stand for gigabytes. */
const ALIASED = 10_000;

/** Names that reach into the machinery of every object. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type Refuse = (offset: number, path: readonly PropertyKey[], message: string) => void;

/**
 * The value of a document: null, booleans, finite numbers, texts, arrays, and objects without a prototype. What cannot be
 * taken is handed to `refuse`, all of it, and read as null.
 */
export function valueFrom(contents: Node, targets: ReadonlyMap<Node, Node>, refuse: Refuse): unknown {
  const path: PropertyKey[] = [];
  const say = (node: Node | null, message: string) => refuse(node?.range?.[0] ?? 0, path, message);
  let aliased = 0;
  let inAlias = 0;

  function build(node: unknown): unknown {
    if (!isNode(node)) return null;
    if (inAlias > 0 && ++aliased > ALIASED) return null;
    if (path.length > DEPTH) {
      say(node, `aliases lead more than ${DEPTH} levels deep, expected at most ${DEPTH}`);
      return null;
    }
    if (isAlias(node)) return expand(node);
    if (isMap(node)) return mapping(node);
    if (isSeq(node)) return list(node);
    return scalar(node as Scalar);
  }

  function expand(alias: Node & { source: string }): unknown {
    const target = targets.get(alias);
    if (!target) {
      say(alias, `found the alias *${alias.source}, expected an anchor &${alias.source} before it`);
      return null;
    }
    const before = aliased;
    inAlias++;
    const value = build(target);
    inAlias--;
    if (before <= ALIASED && aliased > ALIASED && inAlias === 0) {
      say(alias, `aliases stand for more than ${ALIASED} values, expected at most that many`);
    }
    return value;
  }

  function list(node: YAMLSeq): unknown[] {
    return node.items.map((item, i) => within(i, () => build(item)));
  }

  function mapping(node: YAMLMap): object {
    const result: Record<string, unknown> = Object.create(null);
    for (const { key, value } of node.items) {
      if (!isScalar(key)) {
        say(isNode(key) ? key : node, 'found a list or a mapping as a name, expected a text');
        continue;
      }
      const name = keyText(key);
      within(name, () => {
        if (FORBIDDEN.has(name)) say(key, `the name "${name}" is not allowed, expected any other`);
        else if (Object.hasOwn(result, name)) say(key, `the name "${name}" occurs twice in one mapping, expected once`);
        else result[name] = build(value);
      });
    }
    return result;
  }

  function scalar(node: Scalar): unknown {
    const { value } = node;
    if (typeof value === 'number') {
      const written = node.source ?? String(value);
      if (!Number.isFinite(value)) say(node, `found ${written}, expected a finite number`);
      else if (Number.isInteger(value) && !Number.isSafeInteger(value) && /^[-+]?\d+$/.test(written)) {
        say(node, `found ${written}, expected a whole number below 2^53, which is kept exactly, or a text in quotes`);
      }
      return value;
    }
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    say(node, 'found a value of an unknown kind, expected a number, a text, true, false or null');
    return null;
  }

  function within<T>(segment: PropertyKey, work: () => T): T {
    path.push(segment);
    const result = work();
    path.pop();
    return result;
  }

  return build(contents);
}

/** A name as it is written, so that 1 and 1.0 stay two names. */
export function keyText(key: Scalar): string {
  return key.source ?? String(key.value);
}

/** What each alias of a document stands for: the last node before it with its anchor, as YAML 1.2 (3.2.2.2) has it. */
export function aliasTargets(document: Document): ReadonlyMap<Node, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  visit(document, {
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target) targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
