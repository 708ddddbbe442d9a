/** A font: its size in pixels, and whether it is bold. */
export interface Font {
  readonly size: number;
  readonly bold?: boolean;
}

/** The advance widths of DejaVu Sans, the widest of the common sans-serif fonts, in hundredths of the size. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijl'|", 29],
  [' ,.:;/\\frtI()[]-!', 42],
  ['sczkvxy_J"*', 60],
  ['abdeghnopquL0123456789?F$', 66],
  ['ABEKPSTVXYZCR', 72],
  ['DGHNOQU', 80],
  ['wm+=~<>#&', 99],
  ['MW%@', 103],
];

const BY_CHAR = new Map(WIDTHS.flatMap(([chars, width]) => [...chars].map((char) => [char, width])));

/** Returns the maximum width of a text in pixels, in any sans-serif font. */
export function textWidth(text: string, { size, bold }: Font): number {
  // An unlisted character may be as wide as it is high, such as a Chinese one.
  const hundredths = [...text].reduce((sum, char) => sum + (BY_CHAR.get(char) ?? 103), 0);
  return (hundredths / 100) * size * (bold ? 1.12 : 1);
}

/** Breaks words into lines that fit a width in pixels. A wider word gets its own line. */
export function wrap(words: readonly string[], width: number, font: Font, glue = ' '): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last}${glue}${word}`;
    if (last !== undefined && textWidth(longer, font) <= width) lines[lines.length - 1] = longer;
    else {
      if (last !== undefined) lines[lines.length - 1] = `${last}${glue.trimEnd()}`;
      lines.push(word);
    }
  }
  return lines;
}
