/** A part of the page that is fetched when it is first shown: the first picture does not wait for it. */
import { signal } from '@preact/signals';
import { type ComponentType, h } from 'preact';

/** A component that shows nothing until what stands behind it is here. */
export function lazily<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> {
  const here = signal<ComponentType<P> | null>(null);
  let asked = false;
  return (props: P) => {
    if (!asked) {
      asked = true;
      fetch().then(
        (component) => {
          here.value = component;
        },
        () => {
          asked = false; // the network was away: asked again when it is next to be shown
        },
      );
    }
    return here.value && h(here.value, props);
  };
}
