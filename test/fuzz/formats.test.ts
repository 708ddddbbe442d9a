import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FORMAT_NAMES } from '../../src/cli/format';
import { ENDINGS } from '../../src/fixture';
import { checkedFile, print, print as printAs, reportOf, skippedFile } from '../cli/format/helpers';
import { READERS } from '../cli/format/readers';
import { holds, SEED, file as servers } from './helpers';
import { NOTATIONS } from './notations';
import { Dice } from './wrapped/dice';

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

describe(`Names and values with letters that mean something (seed ${SEED})`, () => {
  for (const format of FORMAT_NAMES) {
    it(`leave ${format} as it can be read, with every finding`, () => {
      holds(
        fc.property(files, hostile, (files, reason) => {
          const report = reportOf([...files, skippedFile('c.json', `is ${reason}`)], [`d.json: ${reason}`]);
          const rules = files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
          const text = print(format, report);
          assert.deepEqual(
            READERS[format](text).map(({ rule }) => rule),
            rules,
          );
        }),
        100,
      );
    });

    it(`give a terminal no command in ${format}, and a log none of its own`, () => {
      holds(
        fc.property(files, (files) => {
          const text = print(format, reportOf(files));
          assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          if (format !== 'github') assert.doesNotMatch(text, /^\s*(?:::|##)/m);
        }),
        100,
      );
    });
  }
});

/** Fixtures of every kind, some of them cut short, under a path of their kind. */
const anyFile = fc
  .tuple(fc.constantFrom(...NOTATIONS), servers, fc.nat(), fc.double({ min: 0.5, max: 1.2, noNaN: true }))
  .map(([{ languageId, write }, value, seed, part]) => {
    const text = write(value as Parameters<typeof write>[0], new Dice(seed));
    const ending = ENDINGS.get(languageId)?.[0] ?? 'txt';
    return { path: `a.${ending}`, text: text.slice(0, Math.ceil(part * text.length)) };
  });

const how = fc.record({ quiet: fc.boolean(), color: fc.boolean(), warningsFail: fc.boolean() });

describe(`A report on any fixtures (seed ${SEED})`, function () {
  this.timeout(30_000);

  for (const format of FORMAT_NAMES) {
    it(`can be read as ${format}, with every finding at its place`, () => {
      const width = fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined });
      holds(
        fc.property(fc.array(anyFile, { maxLength: 3 }), width, how, (inputs, width, print) => {
          const files = inputs.map(({ path, text }, i) => checkedFile(`${i}/${path}`, text, width));
          const report = reportOf(files);
          const color = print.color && format === 'text';
          const text = printAs(format, report, { ...print, color }).replace(PAINT, '');
          const shown = files.flatMap(({ path, findings }) =>
            findings.map(({ rule, severity, range }) => ({ rule, severity, path, ...placeOf(range) })),
          );
          const read = READERS[format](text);
          // A test report also has the warnings that fail the run.
          const least = format === 'junit' && print.warningsFail ? ['error', 'warning'] : ['error'];
          const wanted = print.quiet ? shown.filter(({ severity }) => least.includes(severity)) : shown;
          assert.deepEqual(
            read,
            wanted.map(({ severity: _, ...one }) => one),
          );
        }),
        15,
      );
    });
  }
});

/** What colours a terminal. */
const PAINT = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

const placeOf = ({ start }: { start: { line: number; column: number } }) => ({
  line: start.line,
  column: start.column,
});
