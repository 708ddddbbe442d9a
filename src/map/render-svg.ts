import type { About, Direction, Drawing, Item, Point } from './drawing';
import { DARK_STYLE, MAP_STYLE } from './style';
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
  /** True for a file: it brings its style along. In a page the page has it. */
  readonly standalone: boolean;
  readonly marks?: Marks;
}

/** A drawing as SVG; the one function behind the editor's map and the command line's. */
export function renderSvg({ width, height, items }: Drawing, options: SvgOptions): string {
  const { title, description, standalone, marks } = options;
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="map" role="img" aria-labelledby="map-title map-description" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">`,
    `<title id="map-title">${escapeXml(title)}</title>`,
    `<desc id="map-description">${escapeXml(description)}</desc>`,
    ...(standalone
      ? [
          `<style>${escapeXml(MAP_STYLE + DARK_STYLE)}</style>`,
          `<rect class="sheet" width="${w}" height="${h}"/>`,
        ]
      : []),
    ...items.map((item) => render(item, marks)),
    '</svg>\n',
  ].join('\n');
}

function render(item: Item, marks: Marks | undefined): string {
  switch (item.kind) {
    case 'group': {
      const classes = [item.classes, ...(marks && item.about ? markedClasses(item.about, marks) : [])].join(
        ' ',
      );
      const inner = item.items.map((one) => render(one, marks)).join('');
      return `<g class="${classes}"><title>${escapeXml(item.title)}</title>${inner}</g>`;
    }
    case 'box': {
      const { x, y, width, height } = item.box;
      return `<rect class="${item.classes}" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${item.radius}"/>`;
    }
    case 'line':
      return `<polyline class="${item.classes}" points="${item.points.map(at).join(' ')}"/>`;
    case 'head':
      return `<polygon class="${item.classes}" points="${headPoints(item.at, item.to).map(at).join(' ')}"/>`;
    case 'dot':
      return `<circle class="${item.classes}" cx="${px(item.at[0])}" cy="${px(item.at[1])}" r="${item.radius}"/>`;
    case 'text': {
      const { font, anchor, classes, text } = item;
      const weight = font.bold ? ' font-weight="bold"' : '';
      const place = `x="${px(item.at[0])}" y="${px(item.at[1])}" text-anchor="${anchor}"`;
      return `<text class="${classes}" ${place} font-size="${font.size}"${weight}>${escapeXml(text)}</text>`;
    }
  }
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
