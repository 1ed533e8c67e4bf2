/**
 * Formulas in scenario files, such as `reach > 0.3 and year >= 4 ? 0.8 : ramp(year, 2, 6)`: text becomes a tree of a few known
 * kinds, and the tree becomes closures over sim/arithmetic, so that a rule gives the same bits on every engine. A formula is
 * evaluated once a step, never per agent. Nothing is executed as code.
 */
import { nearest } from '../problem.ts';
import { Call, type Chain, Choice, Constant, Grouping, Name, type Node, Operation, parse } from './formula/grammar.ts';
import { choose, fits, functions, isConnective, operator, type Rule } from './formula/operations.ts';
import { Refusal } from './formula/refusal.ts';
import { type Leaf, limits, scan } from './formula/tokens.ts';

export interface Formula {
  readonly text: string;
  /** The names that it reads, each once, in the order of their first use. */
  readonly names: readonly string[];
  /** The value, given the numbers behind the slots; NaN or infinite where the numbers make it so: the caller decides what that means. */
  evaluate(read: (slot: number) => number): number;
}

/** What a formula may read: a list, in which a name's slot is its place, or a function that gives a slot, or −1. */
export type KnownNames = readonly string[] | ((name: string) => number);

type Read = (slot: number) => number;

interface Part {
  readonly evaluate: (read: Read) => number;
  readonly isConstant: boolean;
}

/** Compiles a formula, or says in one sentence which character is wrong and what was expected there. */
export function compileFormula(text: string, names: KnownNames): { ok: true; formula: Formula } | { ok: false; problem: string } {
  try {
    const compiler = new Compiler(scan(text), names);
    const { evaluate } = compiler.part(parse(text.replace(/\s/g, ' ')), 1);
    return { ok: true, formula: { text, names: [...compiler.used], evaluate } };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.message };
    throw error;
  }
}

/** One walk over a tree. The leaves of the tree come in the order of the text, which is how the walk knows where it is. */
class Compiler {
  readonly used = new Set<string>();
  readonly #leaves: readonly Leaf[];
  readonly #names: KnownNames;
  #leaf = 0;
  #parts = 0;

  constructor(leaves: readonly Leaf[], names: KnownNames) {
    this.#leaves = leaves;
    this.#names = names;
  }

  part(node: Node, depth: number): Part {
    const { at } = this.#leaves[this.#leaf];
    if (node instanceof Grouping) return this.part(node.content, depth);
    if (depth > limits.depth) throw new Refusal(at, `a formula nests at most ${limits.depth} deep`);
    if (++this.#parts > limits.parts) throw new Refusal(at, `a formula has at most ${limits.parts} numbers, names and operators`);
    if (node instanceof Constant) return this.#constant(node);
    if (node instanceof Name) return this.#name(node);
    const compute = node instanceof Call ? this.#function(node) : operation(node, at);
    const operands = node.operands.map((operand) => this.part(operand, depth + 1));
    return combine(compute, operands, at);
  }

  #constant({ value }: Constant): Part {
    const { at, text } = this.#leaves[this.#leaf++];
    const number = Number(value); // true and false are 1 and 0
    if (!Number.isFinite(number)) throw new Refusal(at, `${text} is too large a number`);
    return { evaluate: () => number, isConstant: true };
  }

  #name({ name }: Name): Part {
    const { at } = this.#leaves[this.#leaf++];
    if (Object.hasOwn(functions, name)) throw new Refusal(at, `${name} is a function: write ${name}(${functions[name].takes})`);
    const names = this.#names;
    const slot = typeof names === 'function' ? names(name) : names.indexOf(name);
    if (slot < 0) throw new Refusal(at, `unknown name ${name}${hint(name, typeof names === 'function' ? [] : names)}`);
    this.used.add(name);
    return { evaluate: (read) => read(slot), isConstant: false };
  }

  #function({ name, operands }: Call): Rule {
    const { at } = this.#leaves[this.#leaf++];
    if (!Object.hasOwn(functions, name))
      throw new Refusal(at, `unknown function ${name}${hint(name, Object.keys(functions)) || '; a product needs its *'}`);
    const { takes, compute } = functions[name];
    if (!fits(functions[name], operands.length))
      throw new Refusal(at, `expected ${name}(${takes}), found ${operands.length} in parentheses`);
    return compute;
  }
}

/** The rule behind an operator. */
function operation(node: Operation | Chain | Choice, at: number): Rule {
  if (node instanceof Choice) return choose;
  if (node instanceof Operation && isConnective(node.operation)) return operator(node.operation);
  // mathjs lets `not` bind tighter than any comparison, which is not what `not year > 5` means to anyone.
  if (node.operands.some((operand) => operand instanceof Operation && operand.operation === 'not'))
    throw new Refusal(at, 'put what follows not in parentheses, as in not (a > b)');
  if (node instanceof Operation) return operator(node.operation);
  const rules = node.comparisons.map(operator);
  return (...values) => Number(rules.every((holds, i) => holds(values[i], values[i + 1])));
}

/** The rule over its operands; worked out now when nothing in them can change. */
function combine(compute: Rule, parts: readonly Part[], at: number): Part {
  const evaluate = apply(compute, parts);
  if (!parts.every((part) => part.isConstant)) return { evaluate, isConstant: false };
  const value = evaluate(() => Number.NaN);
  if (!Number.isFinite(value)) throw new Refusal(at, 'what begins here holds no name and is not a finite number');
  return { evaluate: () => value, isConstant: true };
}

function apply(compute: Rule, parts: readonly Part[]): Part['evaluate'] {
  const operands = parts.map((part) => part.evaluate);
  const [a, b, c] = operands;
  switch (operands.length) {
    case 1:
      return (read) => compute(a(read));
    case 2:
      return (read) => compute(a(read), b(read));
    case 3:
      return (read) => compute(a(read), b(read), c(read));
    default:
      return (read) => compute(...operands.map((operand) => operand(read)));
  }
}

function hint(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : `; did you mean ${near}?`;
}
