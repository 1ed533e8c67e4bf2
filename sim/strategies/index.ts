/** The rollouts, one file each. A strategy is added by a file and a line here. */
import type { Strategy } from '../model.ts';
import { cascade } from './cascade.ts';
import { clusterLed } from './clusters.ts';
import { devices } from './devices.ts';
import { gated } from './gated.ts';
import { lab } from './lab.ts';
import { mandate } from './mandate.ts';
import { organic } from './organic.ts';
import { vendor } from './vendor.ts';
import { waves } from './waves.ts';

export const strategies: readonly Strategy[] = [organic, mandate, cascade, waves, gated, clusterLed, lab, devices, vendor];
