// biome-ignore-all lint/suspicious/noTemplateCurlyInString: other languages have them in strings, too
import type { Dice } from '../dice';
import type { Literal } from './literal';
import { HOLE, isMarker } from './place';

/** How a language joins strings, and what it puts between them. */
export interface Join {
  readonly name: string;
  readonly signs: readonly string[];
  /** How an expression between two strings is written; undefined where none can stand there. */
  readonly splice?: string;
  /** What has to stand around all of them. */
  readonly around?: readonly [string, string];
}

export const JOINS: Readonly<Record<string, readonly Join[]>> = {
  go: [{ name: '+', signs: [' + ', ' +\n\t', '+', ' + // it’s "so\n\t'], splice: 'fmt.Sprint(id, "x")' }],
  python: [
    { name: 'side by side', signs: [' ', '\n    ', '  # it\'s "so\n    '], around: ['(', ')'] },
    { name: '+', signs: [' + ', '\n    + '], splice: 'ids[0]', around: ['(', ')'] },
  ],
  javascript: [{ name: '+', signs: [' + ', ' +\n  ', '\n  + ', ' + /* it’s "so */ '], splice: 'f(id)' }],
  java: [{ name: '+', signs: [' + ', '\n    + ', ' + // it’s "so\n    '], splice: 'ids.get(0)' }],
  kotlin: [{ name: '+', signs: [' + ', ' +\n    '], splice: 'ids.first()' }],
  csharp: [{ name: '+', signs: [' + ', '\n    + '], splice: 'ids[0]' }],
  ruby: [
    { name: '+', signs: [' + ', ' +\n  '], splice: 'ids[0]' },
    { name: 'side by side', signs: [' ', ' \\\n  '] },
  ],
  php: [{ name: '.', signs: [' . ', '\n    . ', '.'], splice: '$ids["a"]' }],
  shellscript: [{ name: 'without a blank', signs: [''], splice: '"$id"' }],
};

/** Writes a text as several strings that are joined; undefined where one of them cannot hold its part. */
export function writeJoined(
  text: string,
  forms: readonly Literal[],
  { signs, splice, around = ['', ''] }: Join,
  dice: Dice,
): string | undefined {
  const parts = splice === undefined ? [text] : text.split(HOLE);
  const written: string[] = [];
  for (const [i, part] of parts.entries()) {
    if (i > 0) written.push(splice ?? '');
    for (const piece of cut(part, dice)) {
      const form = dice.pick(forms);
      const literal = form.write(piece, dice);
      if (literal === undefined) return undefined;
      written.push(literal);
    }
  }
  const [first = '', ...others] = written;
  return around[0] + others.reduce((all, one) => all + dice.pick(signs) + one, first) + around[1];
}

/** Cuts a text at a few places: between letters, but for those of a key. */
function cut(text: string, dice: Dice): string[] {
  const letters = [...text];
  const isFree = (at: number) => {
    const sides = letters.slice(Math.max(0, at - 1), at + 1);
    // Whether a marker stands on this side or on that could not be told.
    return !sides.some(isMarker) && (!/^\w\w$/.test(sides.join('')) || isInValue(letters, at));
  };
  const places = [0, 1, 2]
    .slice(dice.below(3))
    .map(() => dice.below(letters.length + 1))
    .filter(isFree);
  const bounds = [0, ...places.sort((a, b) => a - b), letters.length];
  return bounds.slice(1).map((end, i) => letters.slice(bounds[i], end).join(''));
}

function isInValue(letters: readonly string[], at: number): boolean {
  return (
    letters
      .slice(0, at)
      .filter(isMarker)
      .filter((letter) => letter !== HOLE).length === 1
  );
}
