/** A picture made of components as text, for files that are written where there is no page. */
import type { ComponentChildren, VNode } from 'preact';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Components without state only: each is a function of what it is given, and is called once. */
export function markup(node: ComponentChildren): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) return node.map(markup).join('');
  if (typeof node !== 'object') return escaped(String(node));
  const { type, props } = node as VNode<Record<string, unknown>>;
  if (typeof type === 'function') return markup((type as (given: object) => ComponentChildren)(props));
  const { children, ...given } = props;
  const inner = markup(children as ComponentChildren);
  const attributes = Object.entries(given).filter(([, value]) => value !== undefined && value !== null && value !== false);
  const open = [type, ...attributes.map(([name, value]) => `${name}="${escaped(value === true ? '' : String(value))}"`)].join(
    ' ',
  );
  return inner === '' && !PAIRED.test(type) ? `<${open}/>` : `<${open}>${inner}</${type}>`;
}

/** Elements of a document that have an end even where nothing is in them. */
const PAIRED =
  /^(td|th|p|span|div|section|a|table|tbody|thead|tr|ul|ol|li|h\d|figure|figcaption|code|pre|main|header|footer|nav|dl|dt|dd|details|summary|style|title|strong|em|caption)$/;
