import { type Box, boxOfText, type Drawing, flatten, type Item } from '../../src/map';
import { type Cloud, clouds } from '../../src/mapping';
import { inEnglish, type Say } from '../../src/words';
import { CHINESE } from '../l10n/chinese';

/** Every cloud that ships with the product. */
export const CLOUDS = [...clouds.values()];

/** What people read the map in, each with the clouds in it. */
export const LANGUAGES: readonly { language: string; say: Say; clouds: readonly Cloud[] }[] = [
  { language: 'English', say: inEnglish, clouds: CLOUDS },
  { language: 'Chinese', say: CHINESE.say, clouds: [...CHINESE.clouds.values()] },
];

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

/** The items of one kind, wherever they stand. */
export function itemsOf<K extends Item['kind']>(drawing: Drawing, kind: K): Of<K>[] {
  return flatten(drawing.items).filter((item): item is Of<K> & typeof item => item.kind === kind);
}

/** The texts of a drawing with the boxes that they may take. */
export function textsOf(drawing: Drawing): { text: string; box: Box }[] {
  return itemsOf(drawing, 'text').map((item) => ({ text: item.text, box: boxOfText(item) }));
}

/** True where two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** True where the first box lies in the second one. */
export function isInside(a: Box, b: Box): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}

/** The straight pieces of the lines, as boxes without width or height. */
export function piecesOf(drawing: Drawing): Box[] {
  return itemsOf(drawing, 'line')
    .filter(({ classes }) => classes === 'stroke')
    .flatMap(({ points }) =>
      points.slice(1).map(([x, y], index) => {
        const [x0, y0] = points[index] ?? [x, y];
        return { x: Math.min(x, x0), y: Math.min(y, y0), width: Math.abs(x - x0), height: Math.abs(y - y0) };
      }),
    );
}
