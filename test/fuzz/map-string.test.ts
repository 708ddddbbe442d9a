import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { isScalar, parseDocument, Scalar, stringify } from 'yaml';
import { mapString } from '../../src/fixture/text/map-string';
import type { TextMap } from '../../src/fixture/text/text-map';
import type { ScalarStyle } from '../../src/fixture/types';
import { holds, SEED } from './helpers';

const PIECES = [
  ...'{}[]:,"\'\\/#&*!|>%@`-~',
  ' ',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  'word',
  'and a few words more',
  'a-very-long-word-that-no-blank-is-in-'.repeat(3),
  '"key": "value", ',
  "it's",
  'é',
  '🚀',
  'e\u0301',
  '\u2028',
  '\u00a0',
  '\u0007',
  '\u0085',
];

const content = fc
  .oneof(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 }), fc.constant([...PIECES]))
  .map((pieces) => pieces.join(''))
  // No text of blanks alone holds anything.
  .filter((text) => text.trim() !== '');

const width = fc.constantFrom(0, 20, 40, 80);

/** Ways of the libraries to write a text behind `s: `. */
const WRITERS: Readonly<Record<string, (text: string, lineWidth: number) => string>> = {
  'js-yaml': (s, lineWidth) => dump({ s }, { lineWidth: lineWidth || -1 }),
  'js-yaml with its quotes': (s, lineWidth) =>
    dump({ s }, { lineWidth: lineWidth || -1, forceQuotes: true, quotingType: '"' } as object),
  ...Object.fromEntries(
    (['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const).map((type) => [
      `yaml, ${type}`,
      (s: string, lineWidth: number) =>
        stringify(
          { s },
          { lineWidth, defaultStringType: type, defaultKeyType: 'PLAIN', doubleQuotedMinMultiLineLength: 10 },
        ),
    ]),
  ),
  'JSON.stringify': (s) => JSON.stringify({ s }),
};

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'block',
  [Scalar.BLOCK_FOLDED]: 'block',
};

/** The string of a text, as the yaml library places it. */
function stringIn(source: string): { start: number; end: number; style: ScalarStyle } {
  const node = parseDocument(source).get('s', true);
  assert.ok(isScalar(node) && node.range, source);
  const [from, end] = node.range;
  const style = STYLES[node.type ?? ''] ?? 'plain';
  const header =
    style === 'block' ? (/^[^\r\n]*(?:\r\n|\r|\n|$)/.exec(source.slice(from))?.[0].length ?? 0) : 0;
  return { start: from + header, end, style };
}

/** Asserts that each letter is what stands at its place. */
function assertLaidBeside(source: string, map: TextMap, text: string, style: ScalarStyle): void {
  for (let i = 0; i < text.length; i += 1) {
    const from = map.startOf(i);
    const written = source.slice(from, map.endOf(i + 1));
    const letter = text[i] ?? '';
    const told = `${JSON.stringify(letter)} at ${i} is ${JSON.stringify(written)} in ${JSON.stringify(source)}`;
    if (written === letter) continue;
    if (/^[ \t]*[\r\n]\s*$/.test(written)) assert.match(letter, /[ \n]/, told);
    else if (style === 'single') assert.equal(`${written}${letter}`, "'''", told);
    else if (style === 'block') assert.match(`${written}${letter}`, /^[\s]+$/, told);
    else assert.ok(String(load(`"${written}"`)).includes(letter) && written.startsWith('\\'), told);
    assert.ok(map.contentAt(from) <= i, told);
  }
}

describe(`the places of a string’s letters (seed ${SEED})`, function () {
  this.timeout(60_000);

  for (const [writer, write] of Object.entries(WRITERS)) {
    for (const eol of ['\n', '\r\n']) {
      it(`are known in what ${writer} writes, line breaks ${JSON.stringify(eol)}`, () => {
        holds(
          fc.property(content, width, (text, lineWidth) => {
            const source = write(text, lineWidth).replaceAll('\n', eol);
            const { s } = load(source) as { s: unknown };
            // The libraries disagree about lines of blanks at the end of a block: their places are not to be mixed.
            if (typeof s !== 'string' || parseDocument(source).get('s') !== s) return;
            const { start, end, style } = stringIn(source);
            const asJson = writer === 'JSON.stringify' ? 'json' : style;
            const map = mapString(source, { start, end }, asJson, s);
            assert.ok(map, `no map of ${JSON.stringify(source)}`);
            assertLaidBeside(source, map, s, style);
          }),
          400,
        );
      });
    }
  }
});
