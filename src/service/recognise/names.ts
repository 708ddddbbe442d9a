import { parse } from 'jsonc-parser';
import type { ServerObject } from './types';

/** What a server in Base64 is called, where nothing can point at it: its name, else its id, else its number. */
export function nameOfSealed({ sealed, number }: ServerObject): string | undefined {
  if (sealed === undefined) return undefined;
  const { name, id } = parse(sealed.text.slice(sealed.span.start, sealed.span.end)) ?? {};
  return [name, id].find((value) => typeof value === 'string' && value !== '') ?? `server ${number ?? ''}`;
}
