import { serveThread } from '../node.ts';

serveThread();
