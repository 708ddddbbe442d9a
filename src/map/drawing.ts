import { type Font, textWidth } from './text-width';

/** A rectangle in pixels; y grows downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** A part of a drawing. Its classes select the colours, and tests and styles find it by them. */
export type Item =
  | { readonly kind: 'box'; readonly box: Box; readonly classes: string; readonly radius: number }
  | TextItem
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly classes: string }
  | { readonly kind: 'head'; readonly at: Point; readonly to: Direction; readonly classes: string }
  | { readonly kind: 'dot'; readonly at: Point; readonly radius: number; readonly classes: string }
  | GroupItem;

export type Direction = 'left' | 'right' | 'up' | 'down';

export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  /** The start, middle or end of the baseline, depending on the anchor. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly font: Font;
  readonly classes: string;
}

/** Items that belong together, with a title for tooltips and screen readers. */
export interface GroupItem {
  readonly kind: 'group';
  readonly classes: string;
  readonly title: string;
  readonly items: readonly Item[];
  /** The object that the group shows; see {@link markedClasses}. */
  readonly about?: About;
}

/** A vm_state or a transition of the diagram, which can be marked. */
export type About =
  | { readonly kind: 'state'; readonly vmState: string }
  | {
      readonly kind: 'way';
      readonly from: readonly (string | null)[];
      readonly to: readonly string[];
      readonly actions: readonly string[];
    };

/** A complete drawing. The size is in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** Creates a text item. */
export function text(
  content: string,
  at: Point,
  font: Font,
  classes: string,
  anchor: TextItem['anchor'] = 'start',
): TextItem {
  return { kind: 'text', text: content, at, anchor, font, classes };
}

/** Returns the area that a text takes at most. */
export function boxOfText({ text, at: [x, y], anchor, font }: TextItem): Box {
  const width = textWidth(text, font);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { x: left, y: y - font.size, width, height: font.size * 1.25 };
}

/** Returns all items, with groups replaced by their items. */
export function flatten(items: readonly Item[]): Exclude<Item, GroupItem>[] {
  return items.flatMap((item) => (item.kind === 'group' ? flatten(item.items) : [item]));
}

/** Returns the items moved by an offset. */
export function moved(items: readonly Item[], dx: number, dy: number): Item[] {
  const move = ([x, y]: Point): Point => [x + dx, y + dy];
  return items.map((item): Item => {
    switch (item.kind) {
      case 'group':
        return { ...item, items: moved(item.items, dx, dy) };
      case 'box':
        return { ...item, box: { ...item.box, x: item.box.x + dx, y: item.box.y + dy } };
      case 'line':
        return { ...item, points: item.points.map(move) };
      default:
        return { ...item, at: move(item.at) };
    }
  });
}
