import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { type ParseError, parse as parseJsonc } from 'jsonc-parser';
import { Document, isMap, isScalar, isSeq, type ToStringOptions } from 'yaml';
import { check, type Finding, fixAll, preferredFix, readFixture } from '../../src/service';
import { inEnglish } from '../../src/words';
import { applyEdits } from '../service/helpers';
import { file, holds, SEED } from './helpers';

type File = { servers: Record<string, unknown>[] };

/** A way to write a file down: its language, how it is written, and the language's own parser. */
interface Way {
  readonly languageId: string;
  readonly write: (value: File) => string;
  readonly parse: (text: string) => unknown;
}

/** The whole text in one line for each value, so that a comment can stand behind any of them. */
const ONE_LINE: ToStringOptions = { lineWidth: 0, blockQuote: false };

const yaml = (options: ToStringOptions) => (value: File) => new Document(value).toString(options);
const eachLine = (text: string, change: (line: string, i: number) => string) =>
  text.split('\n').map(change).join('\n');
const crLf = (text: string) => text.replaceAll('\n', '\r\n');

const WAYS: Readonly<Record<string, Way>> = {
  JSON: { languageId: 'json', write: (value) => JSON.stringify(value), parse: JSON.parse },
  'JSON over lines that end in CR LF': {
    languageId: 'json',
    write: (value) => `${crLf(JSON.stringify(value, null, '\t'))}\r\n`,
    parse: JSON.parse,
  },
  'JSON with spaces in odd places': {
    languageId: 'json',
    write: (value) => eachLine(JSON.stringify(value, null, 3), (line) => `${line.replace(/": /, '"  :')} `),
    parse: JSON.parse,
  },
  'JSON with comments': {
    languageId: 'jsonc',
    write: (value) =>
      eachLine(JSON.stringify(value, null, 2), (line, i) =>
        i % 2 === 0 ? `${line} // "status": "x"` : `/* { */ ${line.replace(/": /, '": /* } */ ')}`,
      ),
    parse: parseWithComments,
  },
  'JSON Lines': {
    languageId: 'jsonl',
    write: ({ servers }) => servers.map((server) => `${JSON.stringify(server)}\n`).join(''),
    parse: (text) => ({
      servers: text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    }),
  },
  YAML: { languageId: 'yaml', write: yaml({}), parse: load },
  'YAML in flow style': { languageId: 'yaml', write: yaml({ collectionStyle: 'flow' }), parse: load },
  'YAML in single quotes': {
    languageId: 'yaml',
    write: yaml({ defaultStringType: 'QUOTE_SINGLE' }),
    parse: load,
  },
  'YAML in double quotes that ends in CR LF': {
    languageId: 'yaml',
    write: (value) => crLf(yaml({ defaultStringType: 'QUOTE_DOUBLE' })(value)),
    parse: load,
  },
  'YAML in literal texts': {
    languageId: 'yaml',
    write: yaml({ defaultStringType: 'BLOCK_LITERAL', defaultKeyType: 'PLAIN' }),
    parse: load,
  },
  'YAML with comments': {
    languageId: 'yaml',
    write: (value) =>
      eachLine(yaml(ONE_LINE)(value), (line, i) => (line === '' ? line : `${line} # status: x${i}`)),
    parse: load,
  },
  'YAML with anchors': { languageId: 'yaml', write: withAnchors, parse: load },
  'JSON in a JSON string': {
    languageId: 'json',
    write: (value) => JSON.stringify({ body: JSON.stringify(value, null, 1) }),
    parse: (text) => JSON.parse(JSON.parse(text).body),
  },
  'JSON in a folded YAML string': {
    languageId: 'yaml',
    write: (value) =>
      new Document({ body: JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ') }).toString({
        defaultStringType: 'QUOTE_SINGLE',
      }),
    parse: (text) => JSON.parse((load(text) as { body: string }).body),
  },
  'JSON in a YAML block': {
    languageId: 'yaml',
    write: (value) =>
      new Document({ body: JSON.stringify(value, null, 2) }).toString({
        defaultStringType: 'BLOCK_LITERAL',
        defaultKeyType: 'PLAIN',
      }),
    parse: (text) => JSON.parse((load(text) as { body: string }).body),
  },
};

function parseWithComments(text: string): unknown {
  const errors: ParseError[] = [];
  const value = parseJsonc(text, errors);
  assert.deepEqual(errors, []);
  return value;
}

/** YAML whose first server stands behind an anchor, and so does a value of its last; others take them over. */
function withAnchors(value: File): string {
  const document = new Document(value);
  const servers = document.get('servers');
  assert.ok(isSeq(servers));
  const first = servers.items[0];
  const last = servers.items.at(-1);
  assert.ok(isMap(first) && isMap(last));
  const status = last.get('status', true);
  const merging = document.createNode({ name: 'merging', 'OS-EXT-STS:vm_state': 'actve' });
  merging.add(document.createPair('<<', document.createAlias(first, 'first')));
  servers.add(merging);
  if (isScalar(status)) {
    const alias = document.createAlias(status, 'st');
    servers.add(document.createNode({ 'OS-EXT-STS:vm_state': 'stopped', status: alias }));
  }
  return document.toString({ ...ONE_LINE, defaultKeyType: 'PLAIN' });
}

/** The data without the values that a fix may change. */
function withoutStates(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) =>
      /(vm_state|task_state|power_state|status)$/.test(key) ? '' : inner,
    ),
  );
}

/** Asserts that each edit replaces a state's value, header of a block included, and no more. */
function assertAtStates(text: string, languageId: string): void {
  const fixture = readFixture(text, languageId);
  const values = fixture.servers.flatMap(({ fields }) =>
    [fields.vmState, fields.taskState, fields.powerState, fields.status].filter(
      (field) => field !== undefined,
    ),
  );
  for (const { offset, length } of fixAll(fixture).edits) {
    const value = values.find(({ span }) => span.start <= offset + length && offset <= span.end);
    assert.ok(value, `there is a state at ${offset} of ${text}`);
    assert.equal(offset + length, value.span.end);
    assert.match(text.slice(Math.min(offset, value.span.start), value.span.start), /^([|>][-+\d]*\s+)?$/);
    assert.ok(value.origin === undefined && !value.shared, 'nobody else has it');
  }
}

/** What findings say. What they know of their servers depends on what was read before: the numbers of likenesses. */
const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, cloud, message, span }) => ({ rule, severity, cloud, message, span }));

/** How many files each way is tried with: 2,000 in all. */
const FILES = Math.ceil(2000 / Object.keys(WAYS).length);

describe(`fixing all (seed ${SEED})`, function () {
  this.timeout(60_000);

  for (const [name, { languageId, write, parse }] of Object.entries(WAYS)) {
    describe(`in ${name}`, () => {
      /** Runs a property over this way's share of 2,000 files. */
      const forFiles = (property: (text: string) => void) =>
        holds(
          fc.property(file, (value) => property(write(value as File))),
          FILES,
        );
      const fixed = (text: string) => fixAll(readFixture(text, languageId));

      it('leaves no finding with a preferred fix', () => {
        let count = 0;
        forFiles((text) => {
          const result = fixed(text);
          count += result.fixed;
          assert.deepEqual(
            result.findings.filter((finding) => preferredFix(inEnglish, result.fixture, finding)),
            [],
          );
          assert.deepEqual(told(check(readFixture(result.fixture.text, languageId))), told(result.findings));
        });
        assert.ok(count > FILES, `only ${count} values were fixed`);
      });

      it('changes nothing the second time', () => {
        forFiles((text) => {
          const { fixture } = fixed(text);
          assert.equal(fixAll(fixture).fixture, fixture);
        });
      });

      it('changes nothing but the values of states', () => {
        forFiles((text) => {
          const { fixture, edits } = fixed(text);
          assert.equal(applyEdits(text, edits), fixture.text);
          assertAtStates(text, languageId);
        });
      });

      it("leaves a text that the language's own parser reads, with all else in it as it was", () => {
        forFiles((text) => {
          const { fixture } = fixed(text);
          assert.deepEqual(withoutStates(parse(fixture.text)), withoutStates(parse(text)));
        });
      });

      it('leaves a text that ends too early as it is, or puts it right as far as it goes', () => {
        holds(
          fc.property(file, fc.double({ min: 0, max: 1, noNaN: true }), (value, part) => {
            const whole = write(value as File);
            const text = whole.slice(0, Math.floor(whole.length * part));
            const { edits, fixture } = fixed(text);
            assert.equal(applyEdits(text, edits), fixture.text);
          }),
          50,
        );
      });
    });
  }
});
