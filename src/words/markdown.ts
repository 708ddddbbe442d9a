import { spellOut } from './say';

/** How many UTF-16 code units of a file's text are shown. */
const MAX_LENGTH = 80;

/**
 * Formats a text as inline code in Markdown. A text from a file must not end the code early: a fixture could contain an
 * image, which would be fetched when it is shown.
 */
export function code(text: string | number | null): string {
  const line = spellOut(String(text).replace(/\s+/g, ' '));
  const shown = line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // Markdown removes one blank on each side if both sides have one.
  const pad = longest > 0 || shown === '' || /^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * Formats a line of prose as Markdown. The descriptions of custom clouds come from a config file, which is as untrusted
 * as a fixture: they may use code and emphasis, but no links, images or HTML.
 */
export function prose(text: string): string {
  return spellOut(text).replace(/[\\[\]<]/g, '\\$&');
}
