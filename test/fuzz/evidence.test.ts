import assert from 'node:assert/strict';
import fc from 'fast-check';
import { itemsOf, readObjects } from '../../src/fixture';
import { clouds } from '../../src/mapping';
import { findMarks } from '../../src/service/recognise/marks';
import { holds, SEED } from './helpers';

/** The hosts and keys of all clouds, and what only looks like them. */
const WORDS = [
  ...[...clouds.values()].flatMap(({ evidence }) => [...evidence.hosts, ...evidence.keys]),
  ...['RAX-SI:image_schedule', 'rax', 'rax_', 'metering', 'x-rax-', "'RAX-A': 1", '{RAX-A: 1}', 'é', ''],
];

const word = fc.constantFrom(...WORDS);
const inString = fc.dictionary(word, word, { maxKeys: 2 }).map((map) => JSON.stringify(map));

const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    word,
    { arbitrary: inString, weight: 1 },
    fc.constantFrom<unknown>(null, 1, 'x'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(word, fc.constantFrom('a', 'b', 'name')), tie('json'), { maxKeys: 3 }),
  ),
}));

/** So many letters that how keys begin is noted. */
const PADDING = 'x'.repeat(9000);

describe(`evidence in long JSON (seed ${SEED})`, () => {
  it('is the same whether only those keys are searched that may be there, or all', () => {
    let found = 0;
    let spared = 0;
    holds(
      fc.property(json, fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify({ PADDING, vm_state: value }, null, indent);
        const reading = readObjects(text, 'json', { embeddedJson: true, leftAlone: true });
        const { language, mayHoldKey } = reading;
        assert.ok(mayHoldKey, 'it was noted how the keys begin');
        const all = itemsOf(findMarks(text, clouds, { language }).marks);
        assert.deepEqual(itemsOf(findMarks(text, clouds, reading).marks), all);
        if (all.length > 0) found += 1;
        if (!mayHoldKey('charging_mode')) spared += 1;
      }),
      2000,
    );
    assert.ok(found > 200 && spared > 200, `${found} with evidence, ${spared} with less to search`);
  });
});
