/** How much a scenario may hold of what takes room in a run, or on a screen. */

/** Innovations that compete, with those that educators make themselves: the bits of a byte. */
export const MAX_INNOVATIONS = 8;
/** Rollouts that districts or networks of schools choose beside the plan's. */
export const MAX_ROLLOUTS = 20;
