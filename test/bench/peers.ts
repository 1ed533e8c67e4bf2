/** The same rule as a user of two npm frameworks would write it. Networks are built once; a run begins by setting everyone back. */
import type { Turtle } from 'agentscript/dist/agentscript.js';
import type { Agent } from 'flocc';
import { type Entry, EXTERNAL, STEPS, STRENGTH, type Workload } from './contagion.ts';

const decides = (neighbours: number, active: number): boolean =>
  Math.random() < EXTERNAL + STRENGTH * (neighbours > 0 ? active / neighbours : 0);

/** Each undirected tie once: rows list it at both ends. A tie to oneself is left out. */
function eachTie({ model: { nodes, ties } }: Workload, act: (a: number, b: number) => void): void {
  const { offsets, source } = ties!;
  for (let i = 0; i < nodes; i++) for (let k = offsets[i]; k < offsets[i + 1]; k++) if (source[k] < i) act(source[k], i);
}

/** Turtles and links. The framework asks for a canvas when it is loaded, which Node has not. */
export async function agentscript(): Promise<Entry> {
  Object.assign(globalThis, {
    OffscreenCanvas: class {
      getContext = () => ({});
    },
  });
  const { Model, World } = await import('agentscript/dist/agentscript.js');
  return {
    name: 'agentscript',
    runs: 1,
    ready(workload) {
      const model = new Model(World.defaultOptions(16));
      const { turtles, links } = model;
      turtles.create(workload.model.nodes, (turtle) => {
        turtle.active = false;
      });
      eachTie(workload, (a, b) => links.createOne(turtles[a], turtles[b]));
      const seeds = new Set(workload.seeds);
      const decide = (turtle: Turtle): void => {
        turtle.willBeActive = turtle.active;
        if (turtle.active) return;
        let active = 0;
        for (const link of turtle.links) if (link.otherEnd(turtle).active) active++;
        turtle.willBeActive = decides(turtle.links.length, active);
      };
      return () => {
        turtles.ask((turtle, i) => {
          turtle.active = seeds.has(i);
        });
        for (let t = 0; t < STEPS; t++) {
          turtles.ask(decide);
          turtles.ask((turtle) => {
            turtle.active = turtle.willBeActive;
          });
        }
        return turtles.filter(({ active }) => active).length;
      };
    },
  };
}

/** Agents with data and a tick that returns new data. Neighbours are data too: its own network is a dense matrix. */
export async function flocc(): Promise<Entry> {
  const { Agent, Environment } = await import('flocc');
  const tick = (agent: Agent): object => {
    if (agent.get('active')) return {};
    const neighbours = agent.get('neighbours');
    let active = 0;
    for (const other of neighbours) if (other.get('active')) active++;
    return decides(neighbours.length, active) ? { active: true } : {};
  };
  return {
    name: 'flocc',
    runs: 1,
    largest: 10_000,
    ready(workload) {
      const environment = new Environment();
      for (let i = 0; i < workload.model.nodes; i++) environment.addAgent(new Agent({ active: false, neighbours: [], tick }));
      const agents = environment.getAgents();
      eachTie(workload, (a, b) => {
        agents[a].get('neighbours').push(agents[b]);
        agents[b].get('neighbours').push(agents[a]);
      });
      return () => {
        for (const agent of agents) agent.set('active', false);
        for (const i of workload.seeds) agents[i].set('active', true);
        for (let t = 0; t < STEPS; t++) environment.tick();
        return agents.filter((agent) => agent.get('active')).length;
      };
    },
  };
}
