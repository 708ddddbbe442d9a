import { cleanServer, type Json } from './broken-server';
import type { Dice } from './dice';

type Server = { [key: string]: Json };

/** What an answer of the compute service, or what somebody made of it, has around a server. */
export const SHAPES: Readonly<Record<string, (server: Server, dice: Dice) => Json>> = {
  server: (server) => ({ server }),
  'servers, a list': (server, dice) => ({
    servers: dice.shuffle([cleanServer(dice), server, cleanServer(dice)]),
  }),
  'a bare list': (server, dice) => dice.shuffle<Json>([server, cleanServer(dice), { id: 7 }]),
  'a map keyed by id': (server, dice) => ({
    'a-1': cleanServer(dice),
    'b-2': server,
    'c-3': cleanServer(dice),
  }),
  'deep under other keys': (server) => ({ a: [{ b: [[{ c: { 'it is': { server } } }]] }] }),
  'beside other states': (server) => ({
    status: 'available',
    volumes: [{ status: 'in-use' }, { status: 'error' }],
    server,
    ports: [{ status: 'DOWN', state: 'active' }],
    image: { status: 'queued', task_state: 'active' },
  }),
  'the server itself': (server) => server,
};

/** Ways to write JSON. All of them keep the mark as it is. */
export const JSON_FORMS: Readonly<Record<string, (value: Json, dice: Dice) => string>> = {
  compact: (value) => JSON.stringify(value),
  pretty: (value) => JSON.stringify(value, null, 2),
  'pretty with tabs': (value) => JSON.stringify(value, null, '\t'),
  'as Python writes it': (value) => spaced(value),
  'ASCII alone': (value) => ascii(spaced(value)),
  'slashes escaped': (value) => JSON.stringify(value).replaceAll('/', '\\/'),
  'oddly blank': (value, dice) => {
    const lines = JSON.stringify(value, null, 1).split('\n');
    return lines.map((line) => line + dice.pick(['', '', ' ', '\t', '\n'])).join('\n');
  },
};

/** Blanks behind commas and colons, none elsewhere. */
function spaced(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`);
  return `{${members.join(', ')}}`;
}

function ascii(text: string): string {
  return text.replace(/[^\0-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Puts a JSON text into strings of JSON, one in the other. */
export function nested(text: string, levels: number, dice: Dice): string {
  if (levels === 0) return text;
  const holder: Json = dice.pick<Json>([
    { body: text },
    { code: 200, response: { payload: text } },
    [text],
    text,
  ]);
  const form = dice.pick(Object.values(JSON_FORMS));
  return nested(form(holder, dice), levels - 1, dice);
}
