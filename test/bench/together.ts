/** What runs in one process; prints figures as JSON. Growth has processes of its own: scale.ts. */
import { benchContagion } from './contagion.ts';
import { benchModel } from './model.ts';
import { agentscript, flocc } from './peers.ts';

const peers = [await agentscript(), await flocc()];
const parts = { contagion: () => benchContagion(peers), model: () => benchModel() };
console.log(JSON.stringify(parts[process.argv[2] as keyof typeof parts]()));
