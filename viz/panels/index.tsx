/** The panels that lie over Explore; each is fetched when it is first opened. */
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { type Panel, panel } from '../state/store.ts';

type Kind = Panel['kind'];

const fetchers: Readonly<Record<Kind, () => Promise<ComponentType>>> = {
  school: async () => (await import('./school.tsx')).School,
  schools: async () => (await import('./schools.tsx')).Schools,
  drivers: async () => (await import('./drivers.tsx')).Drivers,
  trust: async () => (await import('./trust.tsx')).Trust,
  brief: async () => (await import('./brief.tsx')).Brief,
  share: async () => (await import('./share.tsx')).Share,
  systems: async () => (await import('./systems.tsx')).Systems,
  rollouts: async () => (await import('../charts/rollouts.tsx')).Rollouts,
  more: async () => (await import('./more.tsx')).MoreSettings,
};

const here = signal<Readonly<Partial<Record<Kind, ComponentType>>>>({});

export function Panels() {
  const open = panel.value;
  if (!open) return null;
  const Shown = here.value[open.kind];
  if (Shown) return <Shown key={open.kind === 'school' ? `${open.plan}${open.school}` : open.kind} />;
  void fetchers[open.kind]().then((component) => {
    here.value = { ...here.value, [open.kind]: component };
  });
  return null;
}
