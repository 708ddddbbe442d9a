import { JSON_FORMS, nested, SHAPES } from '../bodies';
import { type Broken, cleanServer, type Json } from '../broken-server';
import type { Dice } from '../dice';
import { commented } from '../files';
import { YAML_TREES } from '../yaml-trees';
import { indented } from './literal';
import { HOLE, markValue } from './place';

/** A text that can stand in a string or a block, with markers around the wrong value. */
export interface Text {
  readonly marked: string;
  readonly holds: 'json' | 'yaml';
}

/** What people put into sources and documents, by how it is written. */
export const TEXTS: Readonly<Record<string, (broken: Broken, dice: Dice) => Text>> = {
  'compact JSON': (broken, dice) => json(broken, dice, JSON.stringify),
  'JSON on lines': (broken, dice) =>
    json(broken, dice, (body) => JSON.stringify(body, null, dice.pick([2, 4, '\t']))),
  'JSON of any form': (broken, dice) =>
    json(broken, dice, (body) => dice.pick(Object.values(JSON_FORMS))(body, dice)),
  'JSON with comments': (broken, dice) =>
    json(broken, dice, (body) => commented(JSON.stringify(body, null, 2), dice)),
  'JSON, indented': (broken, dice) =>
    json(broken, dice, (body) => {
      const indent = ' '.repeat(dice.below(9));
      return `\n${indented(JSON.stringify(body, null, 2), indent)}\n${dice.pick(['', indent])}`;
    }),
  'JSON in a string of JSON': (broken, dice) => {
    const inner = json(broken, dice, (body) => dice.pick(Object.values(JSON_FORMS))(body, dice));
    // A string alone is nothing that anybody would look into.
    for (;;) {
      const marked = withMarkers(nested(inner.marked, 1 + dice.below(2), dice));
      if (/^\s*[{[]/.test(marked)) return { ...inner, marked };
    }
  },
  'an HTTP answer': (broken, dice) => {
    const body = json(broken, dice, (one) => JSON.stringify(one, null, dice.pick([0, 1])));
    const head = dice.pick([
      'HTTP/1.1 200 OK\nContent-Type: application/json\nServer: "x\n\n',
      'HTTP/1.1 200\nServer: it’s\n\n',
      'GET /v2.1/servers/1 HTTP/1.1\nHost: a\n\nHTTP/2 200\nDate: x\n\n',
    ]);
    return { ...body, marked: head + body.marked };
  },
  YAML: (broken, dice) => yaml(broken, dice),
  'YAML, indented': (broken, dice) => {
    const marked = yaml(broken, dice).marked.replace('---\n', '\n');
    const indent = ' '.repeat(1 + dice.below(6));
    return { marked: `\n${indented(marked, indent)}`, holds: 'yaml' };
  },
};

function json(broken: Broken, dice: Dice, write: (body: Json) => string): Text {
  const written = withMarkers(write(bodyOf(broken, dice)));
  return { marked: markValue(withHoles(written, dice), broken), holds: 'json' };
}

function yaml(broken: Broken, dice: Dice): Text {
  // Where null takes a header or a tag with it, or a tag is escaped, the fix may be none: fixes of YAML are tested alone.
  const isPlain = (way: string) =>
    !/tagged|anchored/.test(way) && (broken.right !== null || !/block$/.test(way));
  const ways = Object.entries(YAML_TREES).filter(([way]) => isPlain(way));
  const written = dice.pick(ways)[1](pickMap(broken, dice), dice);
  const shown = written.replace(/^# a file\n---\n/, dice.pick(['$&', '']));
  return { marked: markValue(shown, broken), holds: 'yaml' };
}

/** A body that is a map or a list of more than one thing. */
export function bodyOf(broken: Broken, dice: Dice): Json {
  return dice.pick([...Object.values(SHAPES), besideOpenOne])(broken.server, dice);
}

/** A body that has keys of its own. */
function pickMap(broken: Broken, dice: Dice): Json {
  for (;;) {
    const body = bodyOf(broken, dice);
    if (!Array.isArray(body)) return body;
  }
}

/** Beside servers whose values are filled in: they are neither right nor wrong. */
function besideOpenOne(server: { [key: string]: Json }, dice: Dice): Json {
  const open = {
    ...cleanServer(dice),
    ...dice.pick([{ status: HOLE }, { 'OS-EXT-STS:vm_state': `${HOLE}-x` }]),
  };
  return { servers: dice.shuffle<Json>([open, server]) };
}

/** The text with its markers as letters, where a form of JSON escaped them. */
function withMarkers(text: string): string {
  return text.replace(/\\+ue00([0-2])/g, (_, digit) => String.fromCharCode(0xe000 + Number(digit)));
}

/** Fills values in here and there, as templates do. */
function withHoles(text: string, dice: Dice): string {
  return text
    .replace(/9168b536-cd40-4630-b43f-b259807c6e87/g, (id) => dice.pick([id, HOLE, `x-${HOLE}-y`]))
    .replace(/(vcpus": ?)1/g, (all, key) => dice.pick([all, key + HOLE]));
}

/** How many servers a text has: each has this key once. */
export function serversIn(text: string): number {
  return text.match(/vm_state/g)?.length ?? 0;
}
