import assert from 'node:assert/strict';
import { clouds, type ServerState, statusChoices } from '../../src/mapping';
import { check, checkText, fixAll, hints, hover, readFixture, setState } from '../../src/service';
import { silenceLine } from '../../src/service/comments/silence';
import { accept, labelsAt } from './completing';
import { applyEdits, atCursor } from './helpers';

/** A server, its fields in order, as a line or lines of JSON. */
type Json = string;

/** A way in which a source or a document holds a server. */
interface Container {
  readonly name: string;
  readonly language: string;
  /** Puts JSON into the file. */
  readonly write: (json: Json) => string;
  /** What the file says of it, read by the language's own rules, as far as this test writes them. */
  readonly read: (text: string) => Json;
  /** How a quote of the JSON is written there. */
  readonly quote: string;
  /** What a comment is written with. */
  readonly comment: string;
}

const between = (text: string, open: string, close: string) =>
  text.slice(text.indexOf(open) + open.length, text.lastIndexOf(close));

const CONTAINERS: readonly Container[] = [
  {
    name: 'a raw string of Go',
    language: 'go',
    write: (json) => `package a\n\nvar x = \`${json}\`\n`,
    read: (text) => between(text, '`', '`'),
    quote: '"',
    comment: '//',
  },
  {
    name: 'an interpreted string of Go',
    language: 'go',
    write: (json) => `package a\n\nvar x = ${JSON.stringify(json)}\n`,
    read: (text) => JSON.parse(text.slice(text.indexOf('"'), text.lastIndexOf('"') + 1)),
    quote: '\\"',
    comment: '//',
  },
  {
    name: 'three quotes of Python',
    language: 'python',
    write: (json) => `X = """\n${json}\n"""\n`,
    read: (text) => between(text, '"""', '"""'),
    quote: '"',
    comment: '#',
  },
  {
    name: 'a formatted string of Python',
    language: 'python',
    write: (json) => `X = f'''${json.replaceAll('{', '{{').replaceAll('}', '}}')}'''\n`,
    read: (text) => between(text, "'''", "'''").replaceAll('{{', '{').replaceAll('}}', '}'),
    quote: '"',
    comment: '#',
  },
  {
    name: 'a template of TypeScript',
    language: 'typescript',
    write: (json) => `const x = \`${json}\`;\n`,
    read: (text) => between(text, '`', '`'),
    quote: '"',
    comment: '//',
  },
  {
    name: 'a text block of Java',
    language: 'java',
    write: (json) =>
      `class A {\n  String x = """\n      ${json.replaceAll('\n', '\n      ')}\n      """;\n}\n`,
    read: (text) => between(text, '"""\n', '"""').replace(/^ {6}/gm, ''),
    quote: '"',
    comment: '//',
  },
  {
    name: 'a verbatim string of C#',
    language: 'csharp',
    write: (json) => `var x = @"${json.replaceAll('"', '""')}";\n`,
    read: (text) => between(text, '@"', '";').replaceAll('""', '"'),
    quote: '""',
    comment: '//',
  },
  {
    name: 'a here document of Ruby',
    language: 'ruby',
    write: (json) => `X = <<~JSON\n  ${json.replaceAll('\n', '\n  ')}\nJSON\n`,
    read: (text) => between(text, 'JSON\n', 'JSON').replace(/^ {2}/gm, ''),
    quote: '"',
    comment: '#',
  },
  {
    name: 'a fence of Markdown in a list and a quote',
    language: 'markdown',
    write: (json) => `1. Look:\n\n> \`\`\`json\n> ${json.replaceAll('\n', '\n> ')}\n> \`\`\`\n`,
    read: (text) => between(text, '```json\n', '```').replace(/^> ?/gm, ''),
    quote: '"',
    comment: '<!--',
  },
  {
    name: 'a literal block of reStructuredText',
    language: 'restructuredtext',
    write: (json) => `Look::\n\n    ${json.replaceAll('\n', '\n    ')}\n\nEnd\n`,
    read: (text) => between(text, '::\n', 'End').replace(/^ {4}/gm, ''),
    quote: '"',
    comment: '..',
  },
  {
    name: 'a dict of Python',
    language: 'python',
    write: (json) => `X = ${json.replaceAll('null', 'None').replaceAll('"', "'")}\n`,
    read: (text) => text.slice(4).replaceAll('None', 'null').replaceAll("'", '"'),
    quote: "'",
    comment: '#',
  },
  {
    name: 'an object of JavaScript',
    language: 'javascript',
    write: (json) => `const x = ${json.replaceAll('"', "'")};\n`,
    read: (text) => text.slice(10, -2).replaceAll("'", '"'),
    quote: "'",
    comment: '//',
  },
];

const server = (vmState: string, taskState: string, status: string) => `{
  "server": {
    "id": "a",
    "status": ${status},
    "OS-EXT-STS:vm_state": ${vmState},
    "OS-EXT-STS:task_state": ${taskState},
    "tail": [1]
  }
}`;

const RIGHT = server('"active"', 'null', '"ACTIVE"');
const WRONG = server('"active"', '"rebooting"', '"ACTIVE"');

for (const { name, language, write, read, quote, comment } of CONTAINERS) {
  const says = (text: string) =>
    JSON.parse(read(text).replace(/^ *(?:#|\/\/) server-status.*$/gm, '')).server as Record<string, unknown>;

  describe(`a server in ${name}`, () => {
    it('is read as the test writes it', () => {
      assert.deepEqual(says(write(WRONG)), JSON.parse(WRONG).server);
      assert.deepEqual(checkText(write(RIGHT), language), []);
    });

    it('has its finding at the value', () => {
      const text = write(WRONG);
      const found = checkText(text, language).map(({ rule, span }) => [
        rule,
        text.slice(span.start, span.end),
      ]);
      assert.deepEqual(found, [['status-mismatch', `${quote}ACTIVE${quote}`]]);
    });

    it('is mended by its fix, and nothing else is touched', () => {
      const text = write(WRONG);
      const [finding] = checkText(text, language);
      const after = applyEdits(text, finding?.fixes[0]?.edits ?? []);
      assert.deepEqual(says(after), { ...says(text), status: 'REBOOT' });
      assert.equal(after, text.replace('ACTIVE', 'REBOOT'));
    });

    it('is mended by fixing all', () => {
      const { edits, findings } = fixAll(readFixture(write(WRONG), language));
      assert.deepEqual(findings, []);
      assert.equal(says(applyEdits(write(WRONG), edits)).status, 'REBOOT');
    });

    it('has a hover at the value', () => {
      const { text, offset } = atCursor(write(WRONG).replace('ACTIVE', 'ACT|IVE'));
      const found = hover(readFixture(text, language), offset);
      assert.equal(found && text.slice(found.span.start, found.span.end), `${quote}ACTIVE${quote}`);
      assert.match(found?.markdown ?? '', /REBOOT/);
    });

    it('has its values completed', () => {
      const marked = write(server('"active"', '"rebooting"', '"|"'));
      assert.equal(labelsAt(marked, language)[0], 'REBOOT');
      assert.equal(says(accept(marked, language)).status, 'REBOOT');
    });

    it('has null completed in the language’s own word', () => {
      const marked = write(server('"active"', '"|"', '"ACTIVE"'));
      assert.equal(says(accept(marked, language, 'null'))['OS-EXT-STS:task_state'], null);
    });

    it('has a missing field completed', () => {
      const marked = write(RIGHT.replace(/ {4}"status".*\n/, '    |\n'));
      assert.equal(says(accept(marked, language, 'status')).status, 'ACTIVE');
    });

    it('gets the status that a hint shows', () => {
      const text = write(RIGHT.replace(/ {4}"status".*\n/, ''));
      const [hint] = hints(readFixture(text, language), { start: 0, end: text.length }, 'missing');
      assert.equal(says(applyEdits(text, hint?.edits ?? [])).status, 'ACTIVE');
    });

    it('is set to every status of OpenStack', () => {
      const cloud = clouds.get('openstack');
      assert.ok(cloud);
      for (const { status, pairs } of statusChoices(cloud)) {
        const state: ServerState = { status, pair: pairs[0] ?? null };
        const fixture = readFixture(write(RIGHT), language);
        const [object] = fixture.servers;
        const change = object && setState(fixture, object, cloud, state);
        // A map of a program gets no map put into it.
        if (change === undefined && /dict|object/.test(name) && status === 'ERROR') continue;
        assert.ok(change, `${status} can be set`);
        const after = says(applyEdits(write(RIGHT), change.edits));
        assert.deepEqual(
          [after.status, after['OS-EXT-STS:vm_state'], after['OS-EXT-STS:task_state'] ?? null],
          [status, state.pair?.vmState, state.pair?.taskState ?? null],
        );
        assert.deepEqual([after.id, after.tail], ['a', [1]]);
      }
    });

    it('is silenced by a comment of the language', () => {
      const fixture = readFixture(write(WRONG), language);
      const [finding] = check(fixture);
      const edit = finding && silenceLine(fixture, finding);
      assert.ok(edit, 'a comment can stand there');
      assert.ok(
        edit.text.replace(/^[\s>]*/, '').startsWith(`${comment} server-status-disable-next-line`),
        edit.text,
      );
      const after = applyEdits(write(WRONG), [edit]);
      assert.deepEqual(checkText(after, language), []);
      assert.deepEqual(says(after), says(write(WRONG)));
    });
  });
}
