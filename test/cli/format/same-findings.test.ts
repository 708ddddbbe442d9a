import assert from 'node:assert/strict';
import { FORMAT_NAMES } from '../../../src/cli/format';
import { positionsIn, RULES } from '../../../src/service';
import { foundIn, goldenFiles, goldenReport, print } from './helpers';
import { READERS } from './readers';

const report = goldenReport();

/** The findings themselves, whatever a format makes of them. */
const wanted = goldenFiles().flatMap(({ path, text }) =>
  foundIn(path, text).findings.map(({ rule, span }) => ({ rule, path, ...positionsIn(text)(span.start) })),
);

describe('The formats of check', () => {
  it('are tried with every rule', () => {
    assert.deepEqual([...new Set(wanted.map(({ rule }) => rule))].sort(), [...RULES.keys()].sort());
  });

  for (const format of FORMAT_NAMES) {
    it(`have the same findings at the same places: ${format}`, () => {
      assert.deepEqual(READERS[format](print(format, report)), wanted);
    });

    it(`leave out the same findings when they are to be quiet: ${format}`, () => {
      const errors = report.files
        .flatMap(({ findings }) => findings)
        .filter((one) => one.severity === 'error');
      assert.equal(READERS[format](print(format, report, { quiet: true })).length, errors.length);
    });
  }

  it('have them in text for people as well', () => {
    assert.deepEqual(READERS.text(print('text', goldenReport(80))), wanted);
  });
});
