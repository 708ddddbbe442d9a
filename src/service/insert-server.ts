import type { Fixture } from './recognise/types';
import type { Edit } from './types';
import { insertInJson } from './write/insert-in-json';
import { insertInYaml } from './write/insert-in-yaml';
import type { Json } from './write/new-server';

/**
 * Returns the edit that inserts a server, in the file's language and indentation. Fills a key or item without a value;
 * otherwise adds an item to a list or a `server` to a map.
 *
 * @param unit one level of indentation: blanks, or a tab (JSON only).
 * @returns undefined if no server can be at the offset, or the text cannot be parsed.
 */
export function insertServer(
  fixture: Fixture,
  offset: number,
  server: { readonly [key: string]: Json },
  unit: string,
): Edit | undefined {
  const { notation } = fixture.language;
  // Source code and documents have no place for a single server.
  if (notation === null) return undefined;
  return notation === 'json'
    ? insertInJson(fixture, offset, server, unit)
    : insertInYaml(fixture, offset, server);
}
