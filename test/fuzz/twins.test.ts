import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { checkText, lineAt, lineStarts } from '../../src/service';
import { file, holds, SEED } from './helpers';

/** The findings of a text, their places as lines and columns. */
function told(text: string, languageId: string) {
  const starts = lineStarts(text);
  return checkText(text, languageId).map(({ rule, severity, cloud, message, span, expected }) => {
    const line = lineAt(starts, span.start);
    return { rule, severity, cloud, message, expected, line, column: span.start - (starts[line] ?? 0) };
  });
}

const withoutPlaces = (text: string, languageId: string) =>
  told(text, languageId).map(({ line, column, ...finding }) => finding);

const WAYS: readonly [string, string, (value: unknown) => string][] = [
  ['json', 'JSON', (value) => JSON.stringify(value, null, 2)],
  ['yaml', 'YAML', (value) => stringify(value)],
  ['yaml', 'YAML in flow style', (value) => stringify(value, { collectionStyle: 'flow' })],
];

describe(`twins (seed ${SEED})`, function () {
  this.timeout(30_000);

  for (const [languageId, name, write] of WAYS) {
    for (const eol of ['\r\n', '\r']) {
      it(`in ${name} have the same findings with ${JSON.stringify(eol)} for line breaks`, () => {
        holds(
          fc.property(file, (value) => {
            const text = write(value);
            assert.deepEqual(told(text.replaceAll('\n', eol), languageId), told(text, languageId));
          }),
          150,
        );
      });
    }
  }

  it('in JSON and YAML have the same findings', () => {
    holds(
      fc.property(file, (value) => {
        assert.deepEqual(
          withoutPlaces(stringify(value), 'yaml'),
          withoutPlaces(JSON.stringify(value, null, 2), 'json'),
        );
      }),
      300,
    );
  });

  it('in JSON and JSON read as YAML have the same findings at the same places', () => {
    holds(
      fc.property(file, (value) => {
        const text = JSON.stringify(value, null, 2);
        assert.deepEqual(told(text, 'yaml'), told(text, 'json'));
      }),
      300,
    );
  });

  it('in JSON over many lines and JSON Lines have the same findings', () => {
    holds(
      fc.property(file, ({ servers }) => {
        const lines = servers.map((one) => JSON.stringify(one)).join('\n');
        assert.deepEqual(
          withoutPlaces(lines, 'jsonl'),
          withoutPlaces(JSON.stringify(servers, null, 2), 'json'),
        );
      }),
      150,
    );
  });
});
