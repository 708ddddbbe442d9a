import type { About, Direction, Drawing, Item, Point } from './drawing';
import { DARK_STYLE, FONT_FAMILY, paintOf, type Theme } from './style';
import type { Step } from './way';

/** What is marked in the diagram: the vm_state of a server, and its way. */
export interface Marks {
  readonly vmState: string;
  readonly before: readonly Step[];
  readonly next: readonly Step[];
}

export interface SvgOptions {
  readonly title: string;
  readonly description: string;
  /**
   * For a picture that stands by itself: its plain colours; `auto` is light, and dark where a browser's reader prefers
   * that. Without it the picture is part of a page that has the style.
   */
  readonly theme?: Theme | 'auto';
  readonly marks?: Marks;
}

/** How the parts of a picture are drawn: their attributes, by where they stand. */
interface Look {
  readonly theme: Theme | undefined;
  readonly marks: Marks | undefined;
  /** The classes of the groups around. */
  readonly within: readonly string[];
}

/** A drawing as SVG; the one function behind the editor's map and the command line's. */
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

/** The attributes of a part, with its colours where it brings them along. */
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

/** The classes of what a server's vm_state is, where it came from and where it can go. */
export function markedClasses(about: About, marks: Marks): string[] {
  if (about.kind === 'state') return about.vmState === marks.vmState ? ['now'] : [];
  const isOn = ({ from, to, action }: Step) =>
    about.actions.includes(action.id) &&
    about.to.includes(to) &&
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

/** Tenths of a pixel are enough. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A text for XML; what XML does not have at all is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
