/** What a room has done in Present; null until somebody has gone there. */
import { signal } from '@preact/signals';
import type { Room } from '../../formats/linkstate.ts';

export const room = signal<Room | null>(null);
