/** Work that is spread over the cores: one process each, handed the next order that waits. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root } from './install.mjs';

/** Until every order is answered by a process of `file`, which says so once it listens. `take` is handed each answer and its order. */
export async function overCores(who, file, orders, take) {
  const waiting = [...orders];
  const one = () =>
    new Promise((end, fail) => {
      const child = fork(file, { cwd: root, serialization: 'advanced' });
      let order;
      child.on('message', (answer) => {
        if (order) take(answer, order);
        order = waiting.shift();
        if (order) child.send(order);
        else child.disconnect();
      });
      child.on('exit', (code) =>
        code === 0 ? end() : fail(new Error(`${who}: a process ended with exit code ${code} at ${order?.name ?? 'its start'}`)),
      );
    });
  if (orders.length > 0) await Promise.all(Array.from({ length: availableParallelism() }, one));
}
