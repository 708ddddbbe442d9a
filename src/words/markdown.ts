import { spellOut } from './say';

/** How much of a text from a file is shown. */
const MAX_LENGTH = 80;

/**
 * A text as inline code in Markdown. What comes from a file must not get out of it: a fixture could hold an
 * image, and showing that would fetch it.
 */
export function code(text: string | number | null): string {
  const line = spellOut(String(text).replace(/\s+/g, ' '));
  const shown = line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // Markdown takes one blank off either side where there is one on both.
  const pad = longest > 0 || shown === '' || /^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * A line of prose as Markdown. Own clouds are described in a config file, which is as foreign as a fixture: it
 * may use code and emphasis, but no link, image or HTML.
 */
export function prose(text: string): string {
  return spellOut(text).replace(/[\\[\]<]/g, '\\$&');
}
