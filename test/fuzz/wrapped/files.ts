import { JSON_FORMS } from './bodies';
import type { Json } from './broken-server';
import type { Dice } from './dice';
import type { ScalarForm } from './yaml-strings';

/** A file that holds a body as a part of its own tree, as a text, or as Base64. */
type JsonFile<Body> = (body: Body, dice: Dice) => Json;

const answer = (members: { [key: string]: Json }): Json => ({ status: 200, headers: { a: 'b' }, ...members });

/** Recordings and stubs in JSON whose body is a string. */
export const JSON_TEXT_FILES: Readonly<Record<string, JsonFile<string>>> = {
  'a body': (body) => ({ body }),
  WireMock: (body) => ({ request: { method: 'GET', url: '/servers/1' }, response: answer({ body }) }),
  Mockoon: (body) => ({
    routes: [{ endpoint: 'servers', responses: [{ body, statusCode: 200, label: '' }] }],
  }),
  Mountebank: (body) => ({ imposters: [{ stubs: [{ responses: [{ is: { statusCode: 200, body } }] }] }] }),
  HAR: (text) => ({
    log: { entries: [{ response: answer({ content: { size: 1, mimeType: 'a/b', text } }) }] },
  }),
  Betamax: (string) => ({
    http_interactions: [
      { response: { body: { encoding: 'utf-8', string }, status: { code: 200, message: 'OK' } } },
    ],
  }),
  'Pact, a text': (content) => ({
    interactions: [{ response: { status: 200, body: { content, encoded: false } } }],
  }),
};

/** Recordings and stubs in JSON whose body is JSON of their own. */
export const JSON_TREE_FILES: Readonly<Record<string, JsonFile<Json>>> = {
  'the answer itself': (body) => body,
  'WireMock, jsonBody': (jsonBody) => ({ request: { url: '/servers/1' }, response: answer({ jsonBody }) }),
  Pact: (body) => ({ interactions: [{ response: { status: 200, body } }] }),
  'Mountebank, a tree': (body) => ({ imposters: [{ stubs: [{ responses: [{ is: { body } }] }] }] }),
};

/** Recordings and stubs in JSON whose body is in Base64. */
export const BASE64_FILES: Readonly<Record<string, JsonFile<string>>> = {
  'WireMock, base64Body': (base64Body) => ({
    request: { url: '/servers/1' },
    response: answer({ base64Body }),
  }),
  'HAR, encoded': (text) => ({ log: { entries: [{ response: { content: { text, encoding: 'base64' } } }] } }),
  'Betamax, encoded': (base64_string) => ({ http_interactions: [{ response: { body: { base64_string } } }] }),
  'Pact, encoded': (content) => ({ interactions: [{ response: { body: { content, encoded: 'base64' } } }] }),
};

/** Comments that JSON with comments may have between its lines. */
export function commented(text: string, dice: Dice): string {
  const lines = text.split('\n');
  return lines
    .map((line) => line + dice.pick(['', '', ' // it’s "so', ' /* "status": "ERROR" */']))
    .join('\n');
}

export function anyForm(value: Json, dice: Dice): string {
  return dice.pick(Object.values(JSON_FORMS))(value, dice);
}

/** Files in YAML that hold a body as a scalar. */
export const YAML_TEXT_FILES: Readonly<
  Record<string, (body: string, form: ScalarForm, dice: Dice) => string>
> = {
  'a key': (body, form, dice) => `body: ${form.write(body, 0, dice)}\nstatus: 200\n`,
  'a list’s item': (body, form, dice) =>
    `a:\n- status: 1\n-   body: ${form.write(body, 4, dice)}\n    c: d\n- e\n`,
  'the document': (body, form, dice) => `--- ${form.write(body, -1, dice)}\n`,
  'a document between others': (body, form, dice) =>
    `%YAML 1.2\n--- # one\nstatus: DOWN\n...\n---\nbody: ${form.write(body, 0, dice)}\n---\n- status: x\n`,
  'VCR of Python': (body, form, dice) =>
    [
      'interactions:',
      '- request:',
      '    body: null',
      '    uri: https://it’s.example.org/servers/1 # "quoted',
      '  response:',
      '    body:',
      `      string: ${form.write(body, 6, dice)}`,
      '    headers: {status: [a]}',
      '    status: {code: 200, message: OK}',
      'version: 1',
      '',
    ].join('\n'),
  'VCR of Ruby': (body, form, dice) =>
    [
      '---',
      'http_interactions:',
      '- request:',
      '    method: get',
      '  response:',
      '    status:',
      '      code: 200',
      '    body:',
      '      encoding: UTF-8',
      `      string: ${form.write(body, 6, dice)}`,
      '    http_version: ',
      '  recorded_at: Tue, 02 Apr 2013 14:51:05 GMT',
      'recorded_with: VCR 2.4.0',
      '',
    ].join('\n'),
  Betamax: (body, form, dice) =>
    [
      '!tape',
      'name: 🚀 a tape',
      'interactions:',
      '- recorded: 2011-08-23T22:41:40.000Z',
      '  response:',
      '    status: 200',
      `    body: ${form.write(body, 4, dice)}`,
      '    # the end',
      '',
    ].join('\n'),
};

/** What can be done to a whole file: how its lines end, what stands before and behind it. */
export const LINE_FORMS: Readonly<Record<string, (text: string) => string>> = {
  'line feeds': (text) => text,
  'CR LF': (text) => text.replaceAll('\n', '\r\n'),
  CR: (text) => text.replaceAll('\n', '\r'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'no line break at the end': (text) => text.trimEnd(),
  'a byte order mark, CR LF': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
};
