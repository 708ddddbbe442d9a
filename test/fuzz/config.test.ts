import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_OPTIONS } from '../../src/service';
import { applyConfig, readConfig } from '../../src/service/config';
import { EXAMPLE } from '../service/config/helpers';
import { holds, SEED } from './helpers';

/** Pieces that configs are made of, and what does not belong there. */
const PIECES = [
  ...'{}[],:"\\\n\0',
  '// ',
  '/*',
  '*/',
  '\uFEFF',
  '\uD800',
  ...[
    'cloud',
    'rules',
    'ignore',
    'overrides',
    'clouds',
    'files',
    'extends',
    'rows',
    'statuses',
    'vmStates',
  ].map((key) => `"${key}": `),
  ...[
    'auto',
    'openstack',
    'a',
    'b',
    '**/*',
    '[',
    '{a',
    '(',
    '__proto__',
    'constructor',
    'off',
    'power-state',
  ].map((word) => `"${word}"`),
  '{"vmState": "active", "taskState": null, "status": "X"}',
  'null',
  'true',
  '1e999',
  '[['.repeat(60),
];

/** Reads a text, applies what came of it, and asserts that every problem lies in the text. */
function survive(text: string): void {
  const { config, problems } = readConfig(text);
  for (const { span, message } of problems) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, `${message} of ${text}`);
    assert.doesNotMatch(message, /\p{Cc}/u);
  }
  applyConfig(config, 'a/b.json', DEFAULT_OPTIONS);
}

describe(`any text as a config (seed ${SEED})`, function () {
  this.timeout(30_000);

  it('is read without throwing, with its problems inside the text', () => {
    holds(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), survive), 1000);
  });

  it('may be any order of a config’s own pieces', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
    holds(fc.property(text, survive), 3000);
  });

  it('may be a config with another value anywhere', () => {
    const values = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value));
    const places = [...EXAMPLE.matchAll(/"[^"]*"|\{\}/g)];
    holds(
      fc.property(fc.constantFrom(...places), values, ({ 0: old, index }, value) =>
        survive(EXAMPLE.slice(0, index) + value + EXAMPLE.slice(index + old.length)),
      ),
      1000,
    );
  });

  it('may be a config from which a stretch is cut', () => {
    holds(
      fc.property(fc.nat(EXAMPLE.length), fc.nat(40), (at, length) =>
        survive(EXAMPLE.slice(0, at) + EXAMPLE.slice(at + length)),
      ),
      1000,
    );
  });
});
