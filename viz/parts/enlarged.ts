/** How much larger an element is drawn than it is laid out: a look may enlarge the whole page, and hands point at what is drawn. */
export const enlargement = (element: HTMLElement): number =>
  element.offsetWidth > 0 ? element.getBoundingClientRect().width / element.offsetWidth : 1;
