import assert from 'node:assert/strict';
import { readFixture } from '../../../src/service';
import { keyPlaceAt } from '../../../src/service/places/key-place';
import { atCursor } from '../helpers';

/** What a place of a key at the mark `|` is like: what would be replaced, and what stands around it. */
function placeAt(marked: string, languageId: string) {
  const { text, offset } = atCursor(marked);
  const place = keyPlaceAt(readFixture(text, languageId), offset);
  if (place === undefined) return undefined;
  const { span, quote, ownQuote, separator, hasValue, comma } = place;
  return [text.slice(span.start, span.end), quote, ownQuote, separator, hasValue, comma];
}

/** The text of the object that a key at the mark would belong to. */
function objectAround(marked: string, languageId: string): string | undefined {
  const { text, offset } = atCursor(marked);
  const span = keyPlaceAt(readFixture(text, languageId), offset)?.object.span;
  return span && text.slice(span.start, span.end);
}

const VM = '"OS-EXT-STS:vm_state": "active"';

describe('The place of a key in JSON', () => {
  for (const [what, marked, ...place] of [
    ['with nothing typed', `{${VM}, |}`, '', '', '"', ': ', false, ''],
    ['with a word typed', `{${VM}, sta|}`, 'sta', '', '"', ': ', false, ''],
    ['with a key half typed', `{${VM}, "sta|"}`, '"sta"', '"', '"', ': ', false, ''],
    ['before the rest of a key', `{${VM}, "|sta"}`, '"sta"', '"', '"', ': ', false, ''],
    [
      'with a word typed before much else',
      `{${VM}, sta|, "a": "${'x'.repeat(200)}"}`,
      'sta',
      '',
      '"',
      ': ',
      false,
      '',
    ],
    ['before another key', `{| ${VM}}`, '', '', '"', ': ', false, ','],
    ['before another key and a comment', `{| /* a */ // b\n ${VM}}`, '', '', '"', ': ', false, ','],
    ['before a value', `{${VM}, "sta|" : 1}`, '"sta"', '"', '"', ': ', true, ''],
    ['behind other objects', `[{"a": 1}, {"b": [2]}, {${VM}, "s|"}]`, '"s"', '"', '"', ': ', false, ''],
  ] as const)
    it(`is there ${what}`, () => assert.deepEqual(placeAt(marked, 'jsonc'), place));

  for (const [what, marked] of [
    ['in a value', `{${VM}, "name": "|"}`],
    ['in an object of its own', `{${VM}, "a": {"|"}}`],
    ['behind a value', `{${VM} |}`],
    ['behind the object', `{${VM}}|`],
    ['in a line comment', `{${VM}, // |\n}`],
    ['in a block comment', `{${VM}, /* | */}`],
    ['at the end of a line comment that looks closed', `{${VM}, // */a|\n}`],
    ['at the end of a line comment before a block comment', `{${VM}, // a|\n} /* b */`],
  ] as const)
    it(`is not ${what}`, () => assert.equal(placeAt(marked, 'jsonc'), undefined));

  it('is in front of a comment and behind it', () => {
    assert.ok(placeAt(`{${VM}, |/* a */}`, 'jsonc'));
    assert.ok(placeAt(`{${VM}, /* a */|}`, 'jsonc'));
  });

  it('is in the innermost object', () => {
    const inner = `{${VM}, }`;
    assert.equal(objectAround(`{${VM}, "more": ${inner.replace(', }', ', |}')}}`, 'json'), inner);
  });

  it('is at its place in a string, whose quotes are escaped', () => {
    const { text, offset } = atCursor('{"body": "{\\"OS-EXT-STS:vm_state\\": \\"active\\", \\"sta|\\"}"}');
    const place = keyPlaceAt(readFixture(text, 'json'), offset);
    assert.ok(place);
    assert.equal(text.slice(place.span.start, place.span.end), '\\"sta\\"');
    assert.deepEqual(place.within, ['json']);
  });

  it('is nowhere in brackets without end', () => {
    assert.equal(placeAt(`{${VM}, "a": ${'['.repeat(20_000)}|`, 'json'), undefined);
  });
});

describe('The place of a key in YAML', () => {
  for (const [what, marked, ...place] of [
    ['with nothing typed', 'vm_state: active\nstatus: ACTIVE\n|\n', '', '', '', ': ', false, ''],
    ['with a word typed', 'vm_state: active\nstatus: ACTIVE\ntas|\n', 'tas', '', '', ': ', false, ''],
    ['before the rest of a word', 'vm_state: active\nstatus: ACTIVE\nt|as\n', 'tas', '', '', ': ', false, ''],
    [
      'with a prefix typed',
      'vm_state: active\nstatus: ACTIVE\nOS-EXT-STS:t|\n',
      'OS-EXT-STS:t',
      '',
      '',
      ': ',
      false,
      '',
    ],
    ['in quotes', 'vm_state: active\nstatus: ACTIVE\n"tas|"\n', '"tas"', '"', '"', ': ', false, ''],
    ['before a value', 'vm_state: active\nstatus: ACTIVE\ntas|: x\n', 'tas', '', '', ': ', true, ''],
    ['before a value apart', 'vm_state: active\nstatus: ACTIVE\ntas| : x\n', 'tas', '', '', ': ', true, ''],
    ['in a list', '- vm_state: active\n  status: ACTIVE\n  |\n', '', '', '', ': ', false, ''],
    ['below dashes in a text', 'vm_state: active\na: b --- c\n|\n', '', '', '', ': ', false, ''],
    [
      'in a list in a list',
      '-  - vm_state: active\n     status: ACTIVE\n     tas|\n',
      'tas',
      '',
      '',
      ': ',
      false,
      '',
    ],
    ['above the others', 'server:\n  |\n  vm_state: active\n  status: ACTIVE\n', '', '', '', ': ', false, ''],
  ] as const)
    it(`is there ${what}`, () => assert.deepEqual(placeAt(marked, 'yaml'), place));

  for (const [what, marked] of [
    ['in another column', 'server:\n  vm_state: active\n  status: ACTIVE\n |\n'],
    ['below a map beside it', 'a:\n  vm_state: active\n  status: ACTIVE\nb:\n  |\n'],
    ['above a map beside it', 'a:\n  |\nb:\n  vm_state: active\n  status: ACTIVE\n'],
    ['above the first key of an item', '  |\n- vm_state: active\n  status: ACTIVE\n'],
    ['in the next document', 'vm_state: active\nstatus: ACTIVE\n---\n|\n'],
    ['in the document before', '|\n---\nvm_state: active\nstatus: ACTIVE\n'],
    ['behind the end of a document', 'vm_state: active\nstatus: ACTIVE\n...\n|\n'],
    ['on a mark of documents', 'vm_state: active\nstatus: ACTIVE\n---|\n'],
    ['in a value', 'vm_state: active\nstatus: ACTIVE\nname: |\n'],
    ['in front of other words', 'vm_state: active\nstatus: ACTIVE\n|two words\n'],
    ['in front of another key', 'vm_state: active\nstatus: ACTIVE\ntas| a: 1\n'],
    ['behind other words', 'vm_state: active\nstatus: ACTIVE\na tas|\n'],
    ['in a comment', 'vm_state: active\nstatus: ACTIVE\n# |\n'],
    ['between a key and its map', 'vm_state: active\nfault:\n|\n  code: 500\n'],
    [
      'between a key and its map behind a comment',
      'vm_state: active\nfault: !!map\n|\n# a\r\n\n  code: 500\n',
    ],
    [
      'between the header and the lines of a text',
      'vm_state: active\nname: |-\n|\n  web\n'.replace('|', '>'),
    ],
  ] as const)
    it(`is not ${what}`, () => assert.equal(placeAt(marked, 'yaml'), undefined));

  it('is at the key of a map below it', () => {
    assert.ok(placeAt('vm_state: active\nfa|:\n  code: 500\n', 'yaml'));
  });

  it('is between a key and its list in the same column', () => {
    assert.ok(placeAt('vm_state: active\nlinks:\n|\n- rel: self\n', 'yaml'));
  });

  it('is of the nearest object above in its column', () => {
    const [first, second] = ['vm_state: active\n  status: ACTIVE\n', 'vm_state: error\n  status: ERROR\n'];
    const text = `a:\n  ${first}b:\n  ${second}  |\nc: 1\n`;
    assert.match(objectAround(text, 'yaml') ?? '', /^vm_state: error/);
  });

  it('is not cut off by a comment or a blank line further left', () => {
    assert.ok(placeAt('server:\n  vm_state: active\n# c\n\n  status: ACTIVE\n  |\n', 'yaml'));
  });

  it('is at its place in a block of code', () => {
    const text =
      '# Doc\n\n```yaml\nvm_state: active\nstatus: ACTIVE\ntas|\n```\n\n```yaml\nvm_state: error\nstatus: ERROR\n```\n';
    assert.deepEqual(placeAt(text, 'markdown'), ['tas', '', '', ': ', false, '']);
    assert.match(objectAround(text, 'markdown') ?? '', /^vm_state: active/);
  });
});

describe('The place of a key in a map of a program', () => {
  const python = (rest: string) => `server = {"OS-EXT-STS:vm_state": "active", ${rest}}\n`;

  for (const [what, language, marked, ...place] of [
    ['with nothing typed', 'python', python('|'), '', '', '"', ': ', false, ''],
    ['with a word typed', 'python', python('sta|'), 'sta', '', '"', ': ', false, ''],
    ['in quotes', 'python', python('"sta|"'), '"sta"', '"', '"', ': ', false, ''],
    ['before the rest of a word', 'python', python('"s|ta"'), '"sta"', '"', '"', ': ', false, ''],
    ['in quotes on the next line', 'python', python('\n    "sta|"'), '"sta"', '"', '"', ': ', false, ''],
    ['with a word typed before a comma', 'python', python('sta|, "a": 1'), 'sta', '', '"', ': ', false, ''],
    ['before a value, tight', 'python', python('"sta|":1'), '"sta"', '"', '"', ': ', true, ''],
    ['in other quotes', 'python', python("'sta|'"), "'sta'", "'", "'", ': ', false, ''],
    ['before a value', 'python', python('"sta|": 1'), '"sta"', '"', '"', ': ', true, ''],
    ['before another key', 'python', python('|"a": 1'), '', '', '"', ': ', false, ','],
    [
      'as the language joins them',
      'ruby',
      "s = { 'OS-EXT-STS:vm_state' => 'active', 'status' => 'ACTIVE', |}\n",
      '',
      '',
      "'",
      ' => ',
      false,
      '',
    ],
    [
      'before a value there',
      'ruby',
      "s = { 'OS-EXT-STS:vm_state' => 'active', 'status' => 'ACTIVE', 'tas|' => 1 }\n",
      "'tas'",
      "'",
      "'",
      ' => ',
      true,
      '',
    ],
    [
      'behind a bracket',
      'php',
      "$s = [|'OS-EXT-STS:vm_state' => 'active', 'status' => 'ACTIVE'];\n",
      '',
      '',
      "'",
      ' => ',
      false,
      ',',
    ],
  ] as const)
    it(`is there ${what} in ${language}`, () => assert.deepEqual(placeAt(marked, language), place));

  for (const [what, language, marked] of [
    ['behind a value', 'python', 'server = {"OS-EXT-STS:vm_state": "active" |}\n'],
    ['behind a colon', 'python', python('"a": |')],
    ['in a value', 'python', python('"a": "x y|"')],
  ] as const)
    it(`is not ${what} in ${language}`, () => assert.equal(placeAt(marked, language), undefined));
});

describe('The place of a key', () => {
  const whole = (marked: string, languageId: string) => {
    const { text, offset } = atCursor(marked);
    return keyPlaceAt(readFixture(text, languageId), offset);
  };
  const BLOCKS =
    '# Doc\n\n```yaml\nvm_state: active\nstatus: ACTIVE\n1\n```\n\n2\n\n```yaml\nvm_state: error\nstatus: ERROR\n3\n```\n4\n';
  const inBlocks = (mark: string) => BLOCKS.replace(mark, '|').replace(/\n[1-4]\n/g, '\n\n');

  it('knows the strings that it stands in, and how values are written there', () => {
    const told = (marked: string, languageId: string) => {
      const place = whole(marked, languageId);
      return [place?.within, place?.style];
    };
    assert.deepEqual(told(`{${VM}, |}`, 'json'), [[], 'json']);
    assert.deepEqual(told('vm_state: active\nstatus: ACTIVE\n|\n', 'yaml'), [[], 'plain']);
    assert.deepEqual(whole('s = {"OS-EXT-STS:vm_state": "active", |}\n', 'python')?.within, []);
  });

  it('is in the block of code that the cursor is in, and in none outside', () => {
    assert.match(objectAround(inBlocks('1'), 'markdown') ?? '', /^vm_state: active/);
    assert.match(objectAround(inBlocks('3'), 'markdown') ?? '', /^vm_state: error/);
    assert.equal(objectAround(inBlocks('2'), 'markdown'), undefined);
    assert.equal(objectAround(inBlocks('4'), 'markdown'), undefined);
  });

  it('is at the start of a block of code', () => {
    const text = '# Doc\n\n```yaml\n|tas\nvm_state: active\nstatus: ACTIVE\n```\n';
    assert.deepEqual(placeAt(text, 'markdown'), ['tas', '', '', ': ', false, '']);
  });

  it('is of the first object below where none is above', () => {
    const text = 'a:\n  |\n  vm_state: active\n  status: ACTIVE\nb:\n  vm_state: error\n  status: ERROR\n';
    assert.match(objectAround(text, 'yaml') ?? '', /^vm_state: active/);
  });

  it('is far behind what a long word or line before it holds', () => {
    const long = `"note": "${'x'.repeat(500)}"`;
    assert.deepEqual(
      placeAt(`s = {"OS-EXT-STS:vm_state": "active", ${long}, "sta|"}\n`, 'python')?.[0],
      '"sta"',
    );
    assert.deepEqual(placeAt(`{${VM}, ${long}, sta|}`, 'json')?.[0], 'sta');
  });

  it('is in a list of YAML with more blanks behind its dash', () => {
    assert.deepEqual(placeAt('-   vm_state: active\n    status: ACTIVE\n    tas|\n', 'yaml')?.[0], 'tas');
    assert.deepEqual(placeAt('-   tas|\n    vm_state: active\n    status: ACTIVE\n', 'yaml')?.[0], 'tas');
  });
});
