import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Collector } from '../../src/fixture/collect/collector';
import { readYamlEvents } from '../../src/fixture/yaml/events';
import { readYamlHollow } from '../../src/fixture/yaml/hollow';
import { assertMapped, found } from '../fixture/yaml/long-strings';
import { file, holds, SEED } from './helpers';

function readWhole(text: string): Collector {
  const collector = new Collector();
  readYamlEvents(text, collector);
  return collector;
}

/** A long JSON text as YAML writes it in quotes: in one line or folded at its blanks, in either quotes. */
const quoted = fc
  .record({
    body: file,
    quote: fc.constantFrom("'", '"'),
    fold: fc.constantFrom('', '\n      ', '\r\n      ', ' \n      \t ', '\n\n      '),
  })
  .map(({ body, quote, fold }) => {
    const json = `${JSON.stringify(body)} ${JSON.stringify({ notes: "it's long ".repeat(50) })}`;
    const lines =
      fold === '' ? json : json.replaceAll(' ', (blank, i: number) => (i % 7 === 0 ? fold : blank));
    return quote === "'" ? `'${lines.replaceAll("'", "''")}'` : `"${lines.replaceAll(/[\\"]/g, '\\$&')}"`;
  });

/** Places for it in a document: some are a value, some only look like one. */
const placed = fc
  .tuple(
    quoted,
    fc.constantFrom(
      (text: string) => `- body:\n    string: ${text}\n    status: x\n`,
      (text: string) => `- status: ${text}\n  OS-EXT-STS:vm_state: active\n`,
      (text: string) => `- ${text}\n- server: {"OS-EXT-STS:vm_state": active, status: ERROR}\n`,
      (text: string) => `- {a: ${text}, server: {"OS-EXT-STS:vm_state": active}}\n`,
      (text: string) => `- body: !!binary &a ${text}\n  again: *a\n`,
      (text: string) => `- |\n    a: ${text}\n`,
      (text: string) => `- plain ${text.replaceAll(/[\r\n#:]/g, ' ')}\n`,
      (text: string) => `# a: ${text.replaceAll(/[\r\n]/g, ' ')}\n- status: ok\n`,
    ),
  )
  .map(([text, place]) => place(text));

describe(`YAML without its long strings (seed ${SEED})`, () => {
  it('gives what the library gives for the whole text, or nothing', () => {
    let read = 0;
    let mapped = 0;
    holds(
      fc.property(fc.array(placed, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('');
        const whole = attempt(readWhole, text);
        const hollow = attempt(readYamlHollow, text);
        // Where a string itself is at fault, the library stops and this goes on.
        if (hollow === undefined || whole === undefined) return;
        assert.deepEqual(found(hollow), found(whole));
        mapped += assertMapped(text, hollow);
        read += 1;
      }),
      400,
    );
    assert.ok(read > 50, `only ${read} texts were read without their strings`);
    assert.ok(mapped > 20, `only ${mapped} strings were mapped along with them`);
  });
});

/** What a reader gives; undefined where it stops at an error. */
function attempt<T>(read: (text: string) => T, text: string): T | undefined {
  try {
    return read(text);
  } catch {
    return undefined;
  }
}
