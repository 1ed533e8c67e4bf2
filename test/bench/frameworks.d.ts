/** As much of two frameworks without types of their own as the benchmark uses. */
declare module 'agentscript/dist/agentscript.js' {
  export class Model {
    constructor(worldOptions: unknown);
    readonly turtles: Turtles;
    readonly links: { createOne(from: Turtle, to: Turtle): void };
  }
  export const World: { defaultOptions(reach: number): unknown };
  export interface Turtle {
    active: boolean;
    willBeActive: boolean;
    readonly links: readonly { otherEnd(turtle: Turtle): Turtle }[];
  }
  export interface Turtles {
    readonly [place: number]: Turtle;
    create(count: number, init: (turtle: Turtle) => void): void;
    ask(act: (turtle: Turtle, place: number) => void): void;
    filter(which: (turtle: Turtle) => boolean): { readonly length: number };
  }
}

declare module 'flocc' {
  export class Agent {
    constructor(data: object);
    get(name: 'active'): boolean;
    get(name: 'neighbours'): Agent[];
    set(name: 'active', value: boolean): void;
  }
  export class Environment {
    addAgent(agent: Agent): void;
    getAgents(): Agent[];
    tick(): void;
  }
}
