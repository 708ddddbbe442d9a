import type { Fixture } from './recognise/types';
import type { Edit } from './types';
import { insertInJson } from './write/insert-in-json';
import { insertInYaml } from './write/insert-in-yaml';
import type { Json } from './write/new-server';

/**
 * The edit that puts a server at a place of a file, in the file's language and indented like its surroundings: the value
 * of a key or the item that is still missing there, an item where a list is open, a `server` where a map is.
 *
 * @param unit one level of indentation: blanks, or a tab (JSON only).
 * @returns undefined where no server can stand, and in a text that cannot be parsed.
 */
export function insertServer(
  fixture: Fixture,
  offset: number,
  server: { readonly [key: string]: Json },
  unit: string,
): Edit | undefined {
  const { notation } = fixture.language;
  // Around a source or a document no server stands alone.
  if (notation === null) return undefined;
  return notation === 'json'
    ? insertInJson(fixture, offset, server, unit)
    : insertInYaml(fixture, offset, server);
}
