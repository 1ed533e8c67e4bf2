/** A picture as a file that stands alone: an SVG that carries its looks, or that SVG painted at twice the size. */

const SVG = 'http://www.w3.org/2000/svg';

/** Looks that style sheets give and a file must carry itself. */
const looks = [
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-opacity',
    'stroke-dasharray',
    'stroke-linejoin',
    'stroke-linecap',
  ],
  ...[
    'opacity',
    'paint-order',
    'font-family',
    'font-size',
    'font-weight',
    'text-anchor',
    'dominant-baseline',
    'display',
    'visibility',
  ],
];

/** Pixels of a painted picture for each of the page. */
const SHARPNESS = 2;
const MARGIN = 12;

/** Everything drawn in an element, and the texts in it marked `chart-said`, where they stand on the screen, with the typeface. */
export async function standaloneSvg(element: HTMLElement, label: string): Promise<string> {
  const frame = element.getBoundingClientRect();
  const [width, height] = [frame.width + 2 * MARGIN, frame.height + 2 * MARGIN];
  const svg = made('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label });
  const face = made('style', {});
  face.textContent = await typeface();
  svg.append(face, made('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor }));
  const shift = { x: MARGIN - frame.left, y: MARGIN - frame.top };
  for (const one of element.querySelectorAll<SVGSVGElement>('svg:not(.icon)')) {
    if (one.closest('button')) continue;
    const { left, top, width: w, height: h } = one.getBoundingClientRect();
    const copy = withLooks(one);
    for (const [name, value] of Object.entries({ x: left + shift.x, y: top + shift.y, width: w, height: h }))
      copy.setAttribute(name, String(value));
    copy.setAttribute('overflow', 'visible');
    svg.append(copy);
  }
  for (const said of element.querySelectorAll<HTMLElement>('.chart-said')) svg.append(...linesOf(said, shift));
  return new XMLSerializer().serializeToString(svg);
}

/** The page's own typeface as a rule that carries its file; empty where it cannot be had, and another one stands in. */
async function typeface(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const family = getComputedStyle(document.body).fontFamily.split(',')[0];
  const rule = rules.find((one) => one instanceof CSSFontFaceRule && one.style.getPropertyValue('font-family') === family);
  const source = rule && /url\("?([^")]+)"?\)/.exec(rule.cssText)?.[1];
  if (!source) return '';
  try {
    const blob = await (await fetch(new URL(source, rule.parentStyleSheet?.href ?? location.href))).blob();
    return `@font-face{font-family:${family};font-weight:300 900;src:url(${await dataUrl(blob)})}`;
  } catch {
    return '';
  }
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** The picture, painted. Rejects where the browser cannot read its own drawing. */
export async function painted(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SHARPNESS;
  canvas.height = image.naturalHeight * SHARPNESS;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('expected a picture, got none'))), 'image/png'),
  );
}

function made(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function withLooks(svg: SVGSVGElement): SVGElement {
  const copy = svg.cloneNode(true) as SVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]);
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look));
    element.removeAttribute('class');
  });
  return copy;
}

/** An HTML text as SVG text, a line of the screen a line. */
function linesOf(said: HTMLElement, shift: { readonly x: number; readonly y: number }): SVGElement[] {
  const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
  const lines: SVGElement[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const [box] = range.getClientRects();
    if (!box || !node.textContent?.trim()) continue;
    const style = getComputedStyle(node.parentElement!);
    const line = made('text', {
      x: box.left + shift.x,
      y: box.top + shift.y + box.height * 0.78,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
    });
    line.textContent = node.textContent;
    lines.push(line);
  }
  return lines;
}
