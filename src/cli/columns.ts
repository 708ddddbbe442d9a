/** Characters that take two columns of a terminal: East Asian ones and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Combining characters, which take no column. */
const MARK = /\p{M}/u;

/**
 * Returns how many columns of a terminal a text takes.
 *
 * @param text without control characters.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += MARK.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}
