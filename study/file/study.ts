/** A study as it is believed: plain data, every factor with its values written out. A study file that says just this means the same. */
import type { Scenario } from '../../sim/index.ts';
import type { DesignWish, Distribution, OutcomeWish, STUDY_VERSION } from './schema.ts';

interface Named {
  readonly name: string;
  readonly label?: string | undefined;
}

/** One number or choice, put at one path or at several. */
export interface SettingFactor extends Named {
  readonly paths: readonly string[];
  /** Exactly one of these two stands. */
  readonly levels?: readonly (number | string)[] | undefined;
  readonly distribution?: Distribution | undefined;
  readonly baseline?: number | string | undefined;
}

/** Named sets of values. */
export interface PlansFactor extends Named {
  readonly plans: readonly { readonly name: string; readonly set: Readonly<Record<string, number | string>> }[];
}

/** Scenarios that take the place of the base: 'all' or names until they have been read. */
export interface ScenariosFactor extends Named {
  readonly scenarios: 'all' | readonly (string | { readonly name: string; readonly scenario: string | Scenario })[];
}

export type Factor = SettingFactor | PlansFactor | ScenariosFactor;

export interface Study {
  readonly version: typeof STUDY_VERSION;
  readonly title: string;
  readonly description?: string | undefined;
  readonly lookFor?: string | undefined;
  /** A name until it has been read. */
  readonly base: string | Scenario;
  readonly factors: readonly Factor[];
  readonly design: DesignWish;
  readonly replicates: number;
  readonly luck: 'same' | 'independent';
  readonly seed: string;
  readonly outcomes: readonly OutcomeWish[];
}

/** A study whose scenarios have all been read, and which has been held against them. */
export interface ResolvedStudy extends Study {
  readonly base: Scenario;
}
