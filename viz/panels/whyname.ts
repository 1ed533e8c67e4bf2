/** The name of a school of the ground: its own where a file gives one, made up otherwise. */
import { schoolName } from '../../words/index.ts';
import { ground } from '../state/store.ts';

export const nameOfSchool = (school: number): string => schoolName(school, ground.value.schoolNames);
