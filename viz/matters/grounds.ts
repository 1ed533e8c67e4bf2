/** The four settings that every rollout is tried in: a system that pulls together or not, and money that lasts or not. */
import { JOINED } from '../controls/facts.ts';
import type { Ground } from './parts.ts';
import { STRONG, WEAK } from './varied.ts';

const MONEY = ['ingredients.longTermFinancing', 'ingredients.middlePhaseFinancing'] as const;

const ground = (joined: number, money: number): Ground => ({
  [JOINED]: joined,
  ...Object.fromEntries(MONEY.map((path) => [path, money])),
});

/** In the order of `groundNames`. */
export const grounds: readonly Ground[] = [
  ground(STRONG, STRONG),
  ground(STRONG, WEAK),
  ground(WEAK, STRONG),
  ground(WEAK, WEAK),
];

/** Keys of their words. */
export const groundNames = ['joinedLong', 'joinedShort', 'brokenLong', 'brokenShort'] as const;
