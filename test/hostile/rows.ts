import assert from 'node:assert/strict';
import { formatJson } from '../../src/cli/format/json';
import { patchOf } from '../../src/cli/patch';
import { count } from '../../src/cli/report';
import { reportFile } from '../../src/cli/report-file';
import {
  brokenPlace,
  check,
  complete,
  DEFAULT_OPTIONS,
  explainFile,
  fixAll,
  fixesOf,
  hints,
  hover,
  isWhole,
  knownStatuses,
  listServers,
  readFixture,
  sayFinding,
} from '../../src/service';
import { readConfig, setCloud, setFor } from '../../src/service/config';
import { searchFolder, type Tree, withEndings } from '../../src/service/files';
import { inEnglish } from '../../src/words';

/** An input that somebody could make to stop the product, and how large it is at its worst. */
export interface Row {
  readonly what: string;
  /** How many of what the row is about; a smaller number makes a smaller input of the same kind. */
  readonly size: number;
  /** How many seconds of a processor the work may take at this size. */
  readonly seconds: number;
  /** Why each megabyte of the text may take a second more; undefined where none may. */
  readonly perMegabyte?: string;
  /** Which part of the size `npm test` takes, where a tenth would take too long; 0 for none. */
  readonly short?: number;
  /** How much memory the work may take, in sizes of the text; not looked at where nothing is said. */
  readonly times?: number;
  /** Makes the input and returns the work, and how many characters that has before it. */
  prepare(size: number): { readonly length: number; readonly work: () => unknown };
}

const SERVER = '"OS-EXT-STS:vm_state": "active", "OS-EXT-STS:task_state": null, "status"';
/** A server with a finding, and the same one without. */
export const WRONG = `{${SERVER}: "ERROR"}`;
const RIGHT = `{${SERVER}: "ACTIVE"}`;
const RIGHT_LINES = ['OS-EXT-STS:vm_state: active', 'OS-EXT-STS:task_state: null', 'status: ACTIVE'];
const WRONG_LINES = [...RIGHT_LINES.slice(0, -1), 'status: ERROR'];

/** What opening a file asks of the service, and what a key or the mouse asks then. */
function open(text: string, languageId: string): void {
  const fixture = readFixture(text, languageId);
  const findings = check(fixture);
  for (const finding of findings) sayFinding(inEnglish, fixture, finding);
  brokenPlace(fixture);
  hints(fixture, { start: 0, end: 5000 }, 'all');
  for (const offset of [0, text.length >> 1, text.length]) {
    hover(fixture, offset);
    complete(fixture, offset);
  }
  for (const finding of findings.slice(0, 3)) fixesOf(inEnglish, fixture, finding);
}

/** What only a command asks, of the whole file. */
function explain(text: string, languageId: string): void {
  const fixture = readFixture(text, languageId);
  explainFile(fixture);
  listServers(fixture, DEFAULT_OPTIONS);
  hints(fixture, { start: 0, end: text.length }, 'all');
  knownStatuses(fixture);
  isWhole(text, languageId);
}

/** A text that is opened, and the same one with everything else that can be asked of it. */
function opening(
  what: string,
  languageId: string,
  size: number,
  make: (size: number) => string,
  perMegabyte?: string,
): Row[] {
  const row = (of: string, seconds: number, short: number, ask: typeof open): Row => ({
    what: of,
    size,
    seconds,
    ...(perMegabyte === undefined ? {} : { perMegabyte }),
    short,
    prepare(count) {
      const text = make(count);
      return { length: text.length, work: () => ask(text, languageId) };
    },
  });
  return [row(what, 2, 0.04, open), row(`${what}, explained`, 6, 0, explain)];
}

function reading(what: string, size: number, make: (size: number) => string): Row {
  return {
    what,
    size,
    seconds: 2,
    prepare(count) {
      const text = make(count);
      return { length: text.length, work: () => readConfig(text) };
    },
  };
}

/** Why a text may take longer: what is asked of it is to find and judge all of them, and to tell of each. */
const FULL = 'full of servers';

const inBase64 = (text: string) => Buffer.from(text).toString('base64');
const nested = (size: number, open: string, inner: string, close: string) =>
  open.repeat(size) + inner + close.repeat(size);
const many = (size: number, make: (i: number) => string, glue = '') =>
  Array.from({ length: size }, (_, i) => make(i)).join(glue);
const block = (indent: string) => WRONG_LINES.map((line) => `${indent}${line}\n`).join('');
const YAML_SERVER = `- ${block('  ').trimStart()}`;

/** A YAML text of about a megabyte with broken lines here and there; its servers are right, so that reading is all. */
function brokenYaml(lines: number, broken: number): string {
  const server = `- ${RIGHT_LINES.map((line) => `  ${line}\n`)
    .join('')
    .trimStart()}`;
  const servers = Math.ceil(lines / RIGHT_LINES.length);
  const every = Math.max(2, Math.floor(servers / (broken + 1)));
  return many(servers, (i) => server + (i > 0 && i % every === 0 ? '  "broken: [\n' : ''));
}

/** Folders in a folder, each with a .gitignore, and a file. */
function foldersWithGitIgnore(count: number): Tree {
  return {
    list: async (folder) => {
      if (folder !== '/r') return [...NAMES].map((name) => ({ name, kind: 'file' }));
      return Array.from({ length: count }, (_, i) => ({ name: `f${i}`, kind: 'folder' }));
    },
    text: async (file) => (file.endsWith('.gitignore') ? '*.tmp\nbuild/\n!keep.json\n' : undefined),
    has: async () => false,
  };
}

const NAMES = ['.gitignore', 'a.json', 'b.tmp'];

const KINDS: readonly (Row | Row[])[] = [
  opening('brackets in a server in Base64', 'json', 5_000, (size) =>
    JSON.stringify({ body: inBase64(`{"server": {"x": ${nested(size, '[', '', ']')}, ${WRONG.slice(1)}}`) }),
  ),
  opening(
    'brackets in a server',
    'json',
    200_000,
    (size) => `{"x": ${nested(size, '[', '', ']')}, ${WRONG.slice(1)}`,
  ),
  opening(
    'brackets in a server, left open',
    'json',
    200_000,
    (size) => `{${WRONG.slice(1, -1)}, "x": ${'['.repeat(size)}`,
  ),
  opening(
    'servers in a string',
    'json',
    130_000,
    (size) => JSON.stringify({ body: `[${many(size, () => RIGHT, ',')}]` }),
    FULL,
  ),
  opening(
    'servers in Base64',
    'json',
    130_000,
    (size) => JSON.stringify({ body: inBase64(`[${many(size, () => RIGHT, ',')}]`) }),
    FULL,
  ),
  opening(
    'servers left open',
    'json',
    130_000,
    (size) => many(size, () => `{"server": ${RIGHT.slice(0, -1)}, `),
    FULL,
  ),
  opening(
    'servers left open in a string',
    'json',
    130_000,
    (size) => JSON.stringify({ body: many(size, () => `{"server": ${RIGHT.slice(0, -1)}, `) }),
    FULL,
  ),
  opening('findings', 'json', 100_000, (size) => `[${many(size, () => WRONG, ',')}]`, FULL),
  reading('rows of a cloud', 10_000, (size) =>
    JSON.stringify({
      clouds: {
        mine: {
          extends: 'openstack',
          rows: many(size, (i) => `task${i}`, ' ')
            .split(' ')
            .map((taskState) => ({ vmState: 'active', taskState, status: 'ACTIVE' })),
        },
      },
    }),
  ),
  reading('vm_states with a row each', 10_000, (size) => {
    const vmStates = many(size, (i) => `vm${i}`, ' ').split(' ');
    return JSON.stringify({
      clouds: {
        mine: {
          vmStates: Object.fromEntries(vmStates.map((vmState) => [vmState, ''])),
          statuses: { ACTIVE: '' },
          rows: vmStates.map((vmState) => ({ vmState, taskState: null, status: 'ACTIVE' })),
        },
      },
    });
  }),
  opening(
    'blanks in a single-quoted body',
    'yaml',
    200_000,
    (size) => `body: '{"server": ${' '.repeat(size)}${WRONG}}'\n`,
  ),
  opening(
    'blank lines in a single-quoted body',
    'yaml',
    200_000,
    (size) => `body: '{"server": ${'\n  '.repeat(size)}${WRONG}}'\n`,
  ),
  opening(
    'blanks in a double-quoted body',
    'yaml',
    200_000,
    (size) => `body: "{\\"server\\": ${' '.repeat(size)}${WRONG.replaceAll('"', '\\"')}}"\n`,
  ),
  opening(
    'backslashes in a body',
    'yaml',
    200_000,
    (size) => `body: "{\\"server\\": ${'\\\\"'.repeat(1)}${'\\'.repeat(size)}\n`,
  ),
  opening(
    'dashes and U+2028 in a directive',
    'yaml',
    100_000,
    (size) => `# server-status-disable-line${' --'.repeat(size)} \u2028x\n${block('')}`,
  ),
  reading('open braces in a glob', 200_000, (size) => JSON.stringify({ ignore: ['{'.repeat(size)] })),
  reading('open brackets in a glob', 200_000, (size) => JSON.stringify({ ignore: ['['.repeat(size)] })),
  reading('closed brackets in a glob', 200_000, (size) => JSON.stringify({ ignore: ['[a]'.repeat(size)] })),
  reading('globs', 20_000, (size) =>
    JSON.stringify({ ignore: many(size, (i) => `**/a${i}*`, ' ').split(' ') }),
  ),
  reading('folders in a glob', 50_000, (size) => JSON.stringify({ ignore: [many(size, () => '**', '/')] })),
  {
    what: 'letters in a line of a config that is changed',
    size: 200_000,
    seconds: 2,
    prepare(size) {
      const text = `// ${'a'.repeat(size)}\n{"overrides": []}\n`;
      const work = () => {
        setFor(text, { file: 'a.json' }, { off: 'status-mismatch' });
        setCloud(text, 'rackspace', 'a.json');
      };
      return { length: text.length, work };
    },
  },
  opening(
    'unknown codes in a directive',
    'yaml',
    100_000,
    (size) => `# server-status-disable-line${' nosuch'.repeat(size)}\n${block('')}`,
  ),
  opening(
    'codes in a directive',
    'yaml',
    100_000,
    (size) => `# server-status-disable-line${' power-state'.repeat(size)}\n${block('')}`,
  ),
  opening(
    'codes in a directive, and findings',
    'jsonc',
    20_000,
    (size) =>
      `/* server-status-disable${' power-state'.repeat(size)} */ [\n${many(size, () => WRONG, ',\n')}]`,
  ),
  opening(
    'findings and directives on one line',
    'jsonc',
    20_000,
    (size) => `[${many(size, () => `${WRONG}/* server-status-disable-line power-state */`, ',')}]`,
  ),
  opening('findings and directives that overlap', 'jsonc', 5_000, (size) =>
    many(size, () => '/* server-status-disable-line\n\n*/').concat(`[${many(size, () => WRONG, ',')}]`),
  ),
  opening('disable and enable around findings', 'yaml', 20_000, (size) =>
    many(
      size,
      () => `# server-status-disable power-state\n${YAML_SERVER}# server-status-enable power-state\n`,
    ),
  ),
  opening('lines with {% %} and servers', 'yaml', 100_000, (size) =>
    many(size, () => `{% if x %}\n${YAML_SERVER}`),
  ),
  opening('{{ without an end', 'yaml', 100_000, (size) => `${'{{\u2028'.repeat(size)}\n${block('')}`),
  opening('{% without an end', 'yaml', 100_000, (size) => `${'{% '.repeat(size)}\n${block('')}`),
  opening('{{ and {% in JSON', 'json', 100_000, (size) => `[${'{{ x }} {% y %} {'.repeat(size)}${WRONG}`),
  opening('servers in one another in Base64', 'json', 10_000, (size) =>
    JSON.stringify({ body: inBase64(nested(size, `{${SERVER}: "ERROR", "server": `, WRONG, '}')) }),
  ),
  opening('servers in one another', 'json', 10_000, (size) =>
    nested(size, `{${SERVER}: "ERROR", "server": `, WRONG, '}'),
  ),
  opening('servers in one another with cloud links', 'json', 20_000, (size) =>
    nested(
      size,
      `{"links": [{"href": "https://ecs.eu-west-101.myhuaweicloud.com/v2"}], ${SERVER}: "ERROR", "server": `,
      WRONG,
      '}',
    ),
  ),
  opening(
    'servers in one another in YAML',
    'yaml',
    400,
    (size) => many(size, (i) => `${block(' '.repeat(i))}${' '.repeat(i)}server:\n`) + block(' '.repeat(size)),
  ),
  opening(
    'servers with cloud links',
    'json',
    20_000,
    (size) =>
      `[${many(size, () => `{"links": [{"href": "https://ecs.eu-west-101.myhuaweicloud.com/v2"}], ${WRONG.slice(1)}`, ',')}]`,
  ),
  reading('clouds that extend one another in a chain', 3_000, (size) =>
    JSON.stringify({
      clouds: Object.fromEntries(
        Array.from({ length: size }, (_, i) => [`c${i}`, { extends: i === 0 ? 'openstack' : `c${i - 1}` }]),
      ),
    }),
  ),
  reading('clouds that extend one another in a chain, last first', 3_000, (size) =>
    JSON.stringify({
      clouds: Object.fromEntries(
        Array.from({ length: size }, (_, i) => [
          `c${i}`,
          { extends: i === size - 1 ? 'openstack' : `c${i + 1}` },
        ]),
      ),
    }),
  ),
  reading('clouds that extend one another in a circle', 3_000, (size) =>
    JSON.stringify({
      clouds: Object.fromEntries(
        Array.from({ length: size }, (_, i) => [`c${i}`, { extends: `c${(i + 1) % size}` }]),
      ),
    }),
  ),
  reading('clouds that extend one that is not there', 3_000, (size) =>
    JSON.stringify({
      clouds: Object.fromEntries(
        Array.from({ length: size }, (_, i) => [`c${i}`, { extends: `nosuch${i}` }]),
      ),
    }),
  ),
  reading('unknown keys of a config', 20_000, (size) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: size }, (_, i) => [`key${i}`, 1]))),
  ),
  reading('unknown languages of a config', 50_000, (size) =>
    JSON.stringify({ languages: many(size, (i) => `l${i}`, ' ').split(' ') }),
  ),
  reading('globs of a config that are no texts', 90_000, (size) =>
    JSON.stringify({ ignore: Array.from({ length: size }, (_, i) => i) }),
  ),
  ...[1, 5, 6, 7, 1000].map(
    (broken): Row => ({
      what: `lines of YAML, ${broken} of them broken`,
      size: 40_000,
      // What somebody types in has few broken lines; the half second is for that.
      seconds: broken > 100 ? 1 : 0.5,
      prepare(size) {
        const text = brokenYaml(size, broken);
        return { length: text.length, work: () => check(readFixture(text, 'yaml')) };
      },
    }),
  ),
  {
    what: 'characters in Base64',
    size: 50_000_000,
    seconds: 2,
    short: 0.02,
    times: 10,
    prepare(size) {
      const text = JSON.stringify({
        body: inBase64(`{"server": ${RIGHT}, "x": "${'y'.repeat((size * 3) / 4)}"}`),
      });
      return { length: text.length, work: () => check(readFixture(text, 'json')) };
    },
  },
  {
    what: 'findings to fix',
    size: 20_000,
    seconds: 2,
    prepare(size) {
      const text = `[${many(size, () => WRONG, ',\n')}]`;
      const work = () => assert.equal(fixAll(readFixture(text, 'json')).fixed, size);
      return { length: text.length, work };
    },
  },
  {
    what: 'lines of a dry run',
    size: 65_000,
    seconds: 2,
    prepare(size) {
      const text = `[\n${many(size, () => WRONG, ',\n')}]`;
      const at = WRONG.indexOf('"ERROR"');
      const edits = Array.from({ length: size }, (_, i) => ({
        offset: 2 + i * (WRONG.length + 2) + at,
        length: 7,
        text: '"ACTIVE"',
      }));
      return { length: text.length, work: () => patchOf('a.json', text, edits) };
    },
  },
  {
    what: 'findings in a JSON report',
    size: 300_000,
    seconds: 2,
    perMegabyte: 'writes a report several times as long',
    short: 0.02,
    prepare(size) {
      const text = `[${WRONG}]`;
      const fixture = readFixture(text, 'json');
      const [finding] = check(fixture);
      const details = { fixes: false, fingerprints: false, frame: undefined };
      const file = reportFile(inEnglish, 'a.json', fixture, finding ? [finding] : [], details);
      const findings = Array.from({ length: size }, () => file.findings[0] as (typeof file.findings)[number]);
      const files = [{ ...file, findings }];
      const work = () => {
        let length = 0;
        for (const piece of formatJson({ files, summary: count(files), problems: [] }, { quiet: false }))
          length += piece.length;
        assert.ok(length > size);
      };
      return { length: size * WRONG.length, work };
    },
  },
  {
    what: 'folders with a .gitignore',
    size: 2_000,
    seconds: 2,
    short: 0,
    prepare(size) {
      const work = () => searchFolder(foldersWithGitIgnore(size), '/r', withEndings(new Set(['json'])));
      return { length: size * 30, work };
    },
  },
  opening('comments left open', 'jsonc', 100_000, (size) => `${'/* '.repeat(size)}\n${WRONG}`),
  opening('quotes left open', 'json', 100_000, (size) => `{"server":\n${'"\n'.repeat(size)}${WRONG}`),
  opening('closing brackets', 'json', 200_000, (size) => `${'}]'.repeat(size)}${WRONG}`),
  opening(
    'letters of a key',
    'json',
    1_000_000,
    (size) => `{"${'vm_state'.repeat(size / 8)}": "active", ${WRONG.slice(1)}`,
  ),
  opening('letters of a status', 'json', 1_000_000, (size) => `{${SERVER}: "${'ACTIVE '.repeat(size / 7)}"}`),
  opening('spaces in a name', 'yaml', 200_000, (size) => `name: a${' '.repeat(size)}b\n${block('')}`),
  opening('blanks before a comment', 'yaml', 200_000, (size) => `${block('')}name:${' '.repeat(size)}#\n`),
  opening(
    'line breaks in a flow map',
    'yaml',
    100_000,
    (size) => `{${'\n'.repeat(size)}${WRONG.slice(1, -1)}${'\n # x\n'.repeat(size)}}`,
  ),
  opening('documents', 'yaml', 50_000, (size) => many(size, () => `---\n${block('')}`)),
  opening(
    'items under a key with a long comment',
    'yaml',
    50_000,
    (size) => `servers: # ${'x'.repeat(size)}\n${YAML_SERVER}${'- a\n'.repeat(size)}- [a]\n`,
  ),
  opening('anchors and merges', 'yaml', 20_000, (size) =>
    many(size, (i) => `- &a${i}\n${block('  ')}  <<: *a${Math.max(0, i - 1)}\n`),
  ),
  opening(
    'merges of one anchor',
    'yaml',
    20_000,
    (size) => `a: &a\n${block('  ')}b:\n${many(size, () => '  - <<: *a\n')}`,
  ),
  opening(
    'HTTP heads',
    'json',
    50_000,
    (size) => `HTTP/1.1 200 OK\n\n${many(size, () => `${WRONG}\nHTTP/1.1 200 OK\n`)}`,
  ),
  opening('header lines', 'json', 100_000, (size) => `HTTP/1.1 200 OK\n${'X: y\n'.repeat(size)}\n${WRONG}`),
  opening('HTTP methods in a line', 'json', 100_000, (size) => `GET /\n${WRONG}${'GET x '.repeat(size)}`),
  opening(
    'strings with servers',
    'json',
    20_000,
    (size) => `[${many(size, () => JSON.stringify(WRONG), ',')}]`,
  ),
  opening('strings in strings', 'json', 10, (size) => {
    let text = WRONG;
    for (let i = 0; i < size; i += 1) text = JSON.stringify({ server: text });
    return text;
  }),
  opening('YAML brackets', 'yaml', 100_000, (size) => `a: ${nested(size, '[', '', ']')}\n${block('')}`),
  opening('YAML brackets left open', 'yaml', 100_000, (size) => `${block('')}a: ${'['.repeat(size)}\n`),
  opening('YAML dashes in one another', 'yaml', 100_000, (size) => `${'- '.repeat(size)}x\n${block('')}`),
  opening('YAML question marks', 'yaml', 50_000, (size) => `${'? '.repeat(size)}x\n${block('')}`),
  opening(
    'lines of a block scalar',
    'yaml',
    100_000,
    (size) => `body: |\n  {"server":\n${'  \n'.repeat(size)}  ${WRONG}}\n`,
  ),
  opening('JSON lines, each broken', 'jsonl', 20_000, (size) => many(size, () => `${WRONG.slice(0, -1)}\n`)),
];

export const ROWS: readonly Row[] = KINDS.flat();
