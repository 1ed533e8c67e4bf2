/** English: the language that the others are held to. An area of the screen is a file; the panels' words come when one is opened. */
import { catalogue } from './catalogue.ts';
import { charts } from './charts.ts';
import { levers } from './levers.ts';
import { map } from './map.ts';
import { sentences } from './sentences.ts';
import { shell } from './shell.ts';

export const en = { ...sentences, catalogue, charts, levers, map, shell };
