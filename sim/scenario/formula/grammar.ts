/**
 * Precedence, by mathjs: its parser alone, which is handed our nodes in place of its own. So the tree holds nothing that can
 * evaluate itself, and the bundle carries 5 kB of mathjs (gzip) instead of 38.
 */
import { createParse } from 'mathjs/number';

/** mathjs recognises a node by `isNode` on the prototype of its class. */
class ParserNode {
  get isNode(): true {
    return true;
  }
}

export class Constant extends ParserNode {
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
}

export class Name extends ParserNode {
  /** What mathjs asks before it reads a parenthesis as a call. */
  readonly isSymbolNode = true;
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
}

class Part extends ParserNode {
  readonly name: unknown;
  constructor([{ value }]: [Constant]) {
    super();
    this.name = value;
  }
}

/** `a.b` is one name with a dot in it, not a look-up in an object. */
class Path extends Name {
  constructor(object: Name, part: Part) {
    super(`${object.name}.${part.name}`);
  }
}

export class Grouping extends ParserNode {
  readonly content: Node;
  constructor(content: Node) {
    super();
    this.content = content;
  }
}

/** One operator: `operation` in mathjs's word for it, such as 'add' for +. */
export class Operation extends ParserNode {
  readonly operation: string;
  readonly operands: readonly Node[];
  constructor(_sign: string, operation: string, operands: readonly Node[]) {
    super();
    this.operation = operation;
    this.operands = operands;
  }
}

/** a < b <= c: one comparison between every two neighbours. */
export class Chain extends ParserNode {
  readonly comparisons: readonly string[];
  readonly operands: readonly Node[];
  constructor(comparisons: readonly string[], operands: readonly Node[]) {
    super();
    this.comparisons = comparisons;
    this.operands = operands;
  }
}

export class Choice extends ParserNode {
  readonly operands: readonly Node[];
  constructor(condition: Node, yes: Node, no: Node) {
    super();
    this.operands = [condition, yes, no];
  }
}

export class Call extends ParserNode {
  readonly name: string;
  readonly operands: readonly Node[];
  constructor({ name }: Name, operands: readonly Node[]) {
    super();
    this.name = name;
    this.operands = operands;
  }
}

export type Node = Constant | Name | Grouping | Operation | Chain | Choice | Call;

/** Lists, assignments and the like: the scan has refused every text that could ask for one. */
class Unknown extends ParserNode {
  constructor() {
    super();
    throw new Error('expected a formula that the scan has let through');
  }
}

declare module 'mathjs/number' {
  /** Exported by the package, missing from its types. */
  export function createParse(dependencies: Readonly<Record<string, unknown>>): (text: string) => unknown;
}

const typed = Object.assign((_name: string, { string }: { string: (text: string) => Node }) => string, { addConversion() {} });

/** Tree of a text that has passed the scan. */
export const parse = createParse({
  typed,
  numeric: Number,
  config: { number: 'number' },
  ConstantNode: Constant,
  SymbolNode: Name,
  IndexNode: Part,
  AccessorNode: Path,
  ParenthesisNode: Grouping,
  OperatorNode: Operation,
  RelationalNode: Chain,
  ConditionalNode: Choice,
  FunctionNode: Call,
  ArrayNode: Unknown,
  AssignmentNode: Unknown,
  BlockNode: Unknown,
  FunctionAssignmentNode: Unknown,
  ObjectNode: Unknown,
  RangeNode: Unknown,
}) as (text: string) => Node;
