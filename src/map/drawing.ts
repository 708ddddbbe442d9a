import { type Font, textWidth } from './text-width';

/** A rectangle, in pixels from the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** What a picture is made of. Classes are for the colours and for whoever looks for a part. */
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
  /** Of the baseline: its start, middle or end. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly font: Font;
  readonly classes: string;
}

/** Items that belong together, with a sentence that a pointer or a screen reader gets. */
export interface GroupItem {
  readonly kind: 'group';
  readonly classes: string;
  readonly title: string;
  readonly items: readonly Item[];
  /** What the group stands for; see {@link markedClasses}. */
  readonly about?: About;
}

/** A vm_state or a transition of the diagram: what marks are put on. */
export type About =
  | { readonly kind: 'state'; readonly vmState: string }
  | {
      readonly kind: 'way';
      readonly from: readonly (string | null)[];
      readonly to: readonly string[];
      readonly actions: readonly string[];
    };

/** A whole picture. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** A text at a place. */
export function text(
  content: string,
  at: Point,
  font: Font,
  classes: string,
  anchor: TextItem['anchor'] = 'start',
): TextItem {
  return { kind: 'text', text: content, at, anchor, font, classes };
}

/** The space that a text may take. */
export function boxOfText({ text, at: [x, y], anchor, font }: TextItem): Box {
  const width = textWidth(text, font);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { x: left, y: y - font.size, width, height: font.size * 1.25 };
}

/** The items, and those in groups, each by itself. */
export function flatten(items: readonly Item[]): Exclude<Item, GroupItem>[] {
  return items.flatMap((item) => (item.kind === 'group' ? flatten(item.items) : [item]));
}

/** The same items somewhere else. */
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
