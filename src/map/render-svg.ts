import type { About, Direction, Drawing, Item, Point } from './drawing';
import { DARK_STYLE, FONT_FAMILY, paintOf, type Theme } from './style';
import type { Step } from './way';

/** The marks in the diagram: a server's vm_state, and the steps before and after it. */
export interface Marks {
  readonly vmState: string;
  readonly before: readonly Step[];
  readonly next: readonly Step[];
}

export interface SvgOptions {
  readonly title: string;
  readonly description: string;
  /**
   * The colours of a standalone picture; `auto` is light, but dark in a browser whose user prefers dark. Undefined for
   * a picture in a page that has the style sheet.
   */
  readonly theme?: Theme | 'auto';
  readonly marks?: Marks;
}

/** The context that decides how a part is drawn. */
interface Look {
  readonly theme: Theme | undefined;
  readonly marks: Marks | undefined;
  /** The classes of the surrounding groups. */
  readonly within: readonly string[];
}

/** Renders a drawing as SVG, for the editor and the command line. */
export function renderSvg({ width, height, items }: Drawing, options: SvgOptions): string {
  const { title, description, marks } = options;
  const theme = options.theme === 'auto' ? 'light' : options.theme;
  const look: Look = { theme, marks, within: [] };
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const font = theme === undefined ? '' : ` font-family="${escapeXml(FONT_FAMILY)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="map" role="img" aria-labelledby="map-title map-description" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"${font}>`,
    `<title id="map-title">${escapeXml(title)}</title>`,
    `<desc id="map-description">${escapeXml(description)}</desc>`,
    ...(options.theme === 'auto' ? [`<style>${escapeXml(DARK_STYLE)}</style>`] : []),
    ...(theme === undefined ? [] : [`<rect${drawn(look, 'rect', 'sheet', { width: w, height: h })}/>`]),
    ...items.map((item) => render(item, look)),
    '</svg>\n',
  ].join('\n');
}

function render(item: Item, look: Look): string {
  switch (item.kind) {
    case 'group': {
      const { marks } = look;
      const classes = [item.classes, ...(marks && item.about ? markedClasses(item.about, marks) : [])].join(
        ' ',
      );
      const within = [...look.within, ...classes.split(' ')];
      const inner = item.items.map((one) => render(one, { ...look, within })).join('');
      return `<g class="${classes}"><title>${escapeXml(item.title)}</title>${inner}</g>`;
    }
    case 'box': {
      const { x, y, width, height } = item.box;
      const place = { x: px(x), y: px(y), width: px(width), height: px(height), rx: item.radius };
      return `<rect${drawn(look, 'rect', item.classes, place)}/>`;
    }
    case 'line':
      return `<polyline${drawn(look, 'polyline', item.classes, { points: item.points.map(at).join(' ') })}/>`;
    case 'head': {
      const points = headPoints(item.at, item.to).map(at).join(' ');
      return `<polygon${drawn(look, 'polygon', item.classes, { points })}/>`;
    }
    case 'dot': {
      const place = { cx: px(item.at[0]), cy: px(item.at[1]), r: item.radius };
      return `<circle${drawn(look, 'circle', item.classes, place)}/>`;
    }
    case 'text': {
      const { font, anchor, classes, text } = item;
      const place = { x: px(item.at[0]), y: px(item.at[1]), 'text-anchor': anchor, 'font-size': font.size };
      const weight = font.bold ? { 'font-weight': 'bold' } : {};
      return `<text${drawn(look, 'text', classes, { ...place, ...weight })}>${escapeXml(text)}</text>`;
    }
  }
}

/** Returns the attributes of a part, with its colours in a standalone picture. */
function drawn(
  { theme, within }: Look,
  element: string,
  classes: string,
  attributes: Readonly<Record<string, string | number>>,
): string {
  const paint = theme === undefined ? {} : paintOf(theme, element, classes.split(' '), within);
  return Object.entries({ class: classes, ...attributes, ...paint })
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

/** Returns the classes that mark a server's vm_state, its previous steps and its next steps. */
export function markedClasses(about: About, marks: Marks): string[] {
  if (about.kind === 'state') return about.vmState === marks.vmState ? ['now'] : [];
  const isOn = ({ from, to, action }: Step) =>
    about.actions.includes(action.id) &&
    about.to.includes(to) &&
    // A transition without starts leads from every vm_state.
    (about.from.includes(from) || (about.from.length === 0 && from !== to));
  return [...(marks.next.some(isOn) ? ['next'] : []), ...(marks.before.some(isOn) ? ['before'] : [])];
}

function headPoints([x, y]: Point, to: Direction): Point[] {
  const [long, wide] = [9, 4.5];
  if (to === 'left' || to === 'right') {
    const tail = to === 'left' ? x + long : x - long;
    return [
      [x, y],
      [tail, y - wide],
      [tail, y + wide],
    ];
  }
  const tail = to === 'up' ? y + long : y - long;
  return [
    [x, y],
    [x - wide, tail],
    [x + wide, tail],
  ];
}

function at([x, y]: Point): string {
  return `${px(x)},${px(y)}`;
}

/** Rounds to tenths of a pixel, which keeps the file small. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Escapes a text for XML. Drops characters that XML cannot contain. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
