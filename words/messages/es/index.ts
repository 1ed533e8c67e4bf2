/** Spanish. */
import type { Messages } from '../../language.ts';
import { catalogue } from './catalogue.ts';
import { charts } from './charts.ts';
import { levers } from './levers.ts';
import { map } from './map.ts';
import { sentences } from './sentences.ts';
import { shell } from './shell.ts';

export const es: Messages = { ...sentences, catalogue, charts, levers, map, shell };
