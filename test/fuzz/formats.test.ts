import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FORMAT_NAMES } from '../../src/cli/format';
import { checkedFile, print, reportOf, skippedFile } from '../cli/format/helpers';
import { READERS } from '../cli/format/readers';

/** Letters that end something in one of the formats, that a terminal obeys, that nobody sees, or that are half a pair. */
const HOSTILE = [
  ...['%', ':', ',', '::error ', '\n', '\r\n', '##[error]', '"', "'", '<', '>', '&', ']]>', '](', '\\'],
  ...[
    '\0',
    '\u001b[2J',
    '\u0007',
    '\u0085',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
  ],
  ...['🚀', '服', 'é', ' ', '.', '#', '?', '{0}', '__proto__', '%0A'],
];

const hostile = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 8 }).map((letters) => letters.join(''));

/** A path that is one on every system: what is before and behind the letters keeps it from meaning a folder. */
const path = hostile.map((letters) => `a${letters.replaceAll('\0', '')}b.json`);

const file = fc
  .record({ path, name: hostile, status: hostile })
  .map(({ path, name, status }) =>
    checkedFile(
      path,
      JSON.stringify({ name, 'OS-EXT-STS:vm_state': 'active', status: `${status}X` }).replace(
        /\\ud[\da-f]{3}/g,
        '?',
      ),
      60,
    ),
  );

const files = fc.array(file, { minLength: 1, maxLength: 3 });

describe('Names and values with letters that mean something', () => {
  for (const format of FORMAT_NAMES) {
    it(`leave ${format} as it can be read, with every finding`, () => {
      fc.assert(
        fc.property(files, hostile, (files, reason) => {
          const report = reportOf([...files, skippedFile('c.json', `is ${reason}`)], [`d.json: ${reason}`]);
          const rules = files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
          const text = print(format, report);
          assert.deepEqual(
            READERS[format](text).map(({ rule }) => rule),
            rules,
          );
        }),
      );
    });

    it(`give a terminal no command in ${format}, and a log none of its own`, () => {
      fc.assert(
        fc.property(files, (files) => {
          const text = print(format, reportOf(files));
          assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          if (format !== 'github') assert.doesNotMatch(text, /^\s*(?:::|##)/m);
        }),
      );
    });
  }
});
