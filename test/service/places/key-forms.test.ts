import assert from 'node:assert/strict';
import { readFixture } from '../../../src/service';
import { keyPlaceAt } from '../../../src/service/places/key-place';
import { atCursor } from '../helpers';

/** What is there of a key at the cursor, and how the new one is written; undefined where none can stand. */
function placeOf(marked: string, languageId: string) {
  const { text, offset } = atCursor(marked);
  const place = keyPlaceAt(readFixture(text, languageId), offset);
  if (place === undefined) return undefined;
  const { span, quote, ownQuote, separator, hasValue, comma } = place;
  return [text.slice(span.start, span.end), quote, ownQuote, separator, hasValue, comma];
}

const VM = `'OS-EXT-STS:vm_state': 'active'`;
const RUBY = `'OS-EXT-STS:vm_state' => 'active'`;
const GO = '"OS-EXT-STS:vm_state":   "active"';
const YAML = 'OS-EXT-STS:vm_state: active';
const JSON_VM = '"OS-EXT-STS:vm_state": "active"';

type Place = readonly [
  text: string,
  quote: string,
  ownQuote: string,
  separator: string,
  hasValue: boolean,
  comma: string,
];

const PLACES: readonly (readonly [languageId: string, marked: string, place: Place | undefined])[] = [
  ['python', `x = {${VM}, |}`, ['', '', "'", ': ', false, '']],
  ['python', `x = {|, ${VM}}`, ['', '', "'", ': ', false, '']],
  ['python', `x = {| ${VM}}`, ['', '', "'", ': ', false, ',']],
  ['python', `x = {${VM}, 'st|'}`, ["'st'", "'", "'", ': ', false, '']],
  ['python', `x = {${VM}, '|'}`, ["''", "'", "'", ': ', false, '']],
  ['python', `x = {${VM}, "st|at": 1}`, ['"stat"', '"', '"', ': ', true, '']],
  ['python', `x = {${VM}, st|}`, ['st', '', "'", ': ', false, '']],
  ['python', `x = {${VM},\n  | 'a': 1}`, ['', '', "'", ': ', false, ',']],
  ['python', `x = {${VM}, 'a': |}`, undefined],
  ['python', `x = {${VM} |}`, undefined],
  ['python', `x = {${VM}, 'a': 1 # , |\n}`, undefined],
  ['ruby', `x = { ${RUBY}, | }`, ['', '', "'", ' => ', false, '']],
  ['ruby', `x = { ${RUBY}, 'a|' => 1 }`, ["'a'", "'", "'", ' => ', true, '']],
  ['go', `x := map[string]any{${GO}, |}`, ['', '', '"', ':   ', false, '']],
  ['php', `$x = [${RUBY}, |];`, ['', '', "'", ' => ', false, '']],
  ['php', `$x = array(${RUBY}, |);`, ['', '', "'", ' => ', false, '']],

  ['json', `{${JSON_VM}, |}`, ['', '', '"', ': ', false, '']],
  ['json', `{| ${JSON_VM}}`, ['', '', '"', ': ', false, ',']],
  ['json', `{${JSON_VM}, "st|"}`, ['"st"', '"', '"', ': ', false, '']],
  ['json', `{${JSON_VM}, "st|at": 1}`, ['"stat"', '"', '"', ': ', true, '']],
  ['json', `{${JSON_VM}, st|}`, ['st', '', '"', ': ', false, '']],
  ['json', `{${JSON_VM}, OS-EXT-STS:t|}`, ['OS-EXT-STS:t', '', '"', ': ', false, '']],
  ['json', `{${JSON_VM}, "a": |}`, undefined],
  ['json', `{${JSON_VM}, "a": {|}}`, undefined],
  ['json', `{${JSON_VM}, "a": [1, |]}`, undefined],
  ['json', `{${JSON_VM} |}`, undefined],
  ['json', `{| /* a */ ${JSON_VM}}`, ['', '', '"', ': ', false, ',']],
  ['json', `{${JSON_VM}, /* | */}`, undefined],
  ['json', `{${JSON_VM}, /* */|}`, ['', '', '"', ': ', false, '']],
  ['json', `{${JSON_VM}, // |\n}`, undefined],
  ['json', `{${JSON_VM}, // a|\n}`, undefined],

  ['yaml', `${YAML}\n|`, ['', '', '', ': ', false, '']],
  ['yaml', `${YAML}\nst|`, ['st', '', '', ': ', false, '']],
  ['yaml', `${YAML}\nst|at: 1`, ['stat', '', '', ': ', true, '']],
  ['yaml', `${YAML}\n"st|at": 1`, ['"stat"', '"', '"', ': ', true, '']],
  ['yaml', `${YAML}\n'|`, ["'", "'", "'", ': ', false, '']],
  ['yaml', `|\n${YAML}`, ['', '', '', ': ', false, '']],
  ['yaml', `st|\n${YAML}`, ['st', '', '', ': ', false, '']],
  ['yaml', `- ${YAML}\n  |`, ['', '', '', ': ', false, '']],
  ['yaml', `- ${YAML}\n|`, undefined],
  ['yaml', `|\n- ${YAML}`, undefined],
  ['yaml', `a:\n  ${YAML}\nb:\n  |`, undefined],
  ['yaml', `a:\n  ${YAML}\n# b\n  |`, ['', '', '', ': ', false, '']],
  ['yaml', `a:\n  ${YAML}\n\n  |`, ['', '', '', ': ', false, '']],
  ['yaml', `a:\n  |\n  ${YAML}`, ['', '', '', ': ', false, '']],
  ['yaml', `${YAML}\n---\n|`, undefined],
  ['yaml', `|\n---\n${YAML}`, undefined],
  ['yaml', `${YAML}\n--|-`, undefined],
  ['yaml', `${YAML}\na: |`, undefined],
  ['yaml', `${YAML}\na b|`, undefined],
  ['yaml', `${YAML}\na| b`, undefined],
  ['yaml', `${YAML} # |`, undefined],
];

describe('A place for a key', () => {
  for (const [languageId, marked, place] of PLACES)
    it(`is ${place ? 'there' : 'none'} in ${languageId}: ${JSON.stringify(marked)}`, () =>
      assert.deepEqual(placeOf(marked, languageId), place));
});
