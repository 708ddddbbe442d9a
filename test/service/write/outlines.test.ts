import assert from 'node:assert/strict';
import { MAX_DEPTH } from '../../../src/fixture/yaml/limits';
import { jsonOutline } from '../../../src/service/write/json-outline';
import type { Collection } from '../../../src/service/write/outline';
import { yamlOutline } from '../../../src/service/write/yaml-outline';
import { lines } from '../../fixture/helpers';

/** The lists and maps as they are written, and their members: where they end, what there is behind them. */
function told(text: string, collections: readonly Collection[]): string[] {
  for (const one of collections) if (one.of) assert.equal(one.of.value, one);
  return collections.map(({ kind, isFlow, start, end, members, of }) =>
    [
      `${kind}${isFlow ? '' : ' of lines'}${of?.key === undefined ? '' : ` in ${of.key}`}`,
      text.slice(start, end),
      ...members.map(
        (one) =>
          `${one.key === undefined ? '' : `${one.key} = `}${text.slice(one.start, one.end)}` +
          `${one.state === 'whole' ? '' : ` (${one.state})`}` +
          `${one.colon === undefined ? '' : ` :${text[one.colon - 1]}`}${one.comma === undefined ? '' : ` ${text[one.comma - 1]}`}`,
      ),
    ].join(' | '),
  );
}

const JSON_TEXTS: readonly (readonly [what: string, text: string, ...told: string[]])[] = [
  ['a map', '{"a": 1, "b": "c"}', 'map | {"a": 1, "b": "c"} | a = "a": 1 :: , | b = "b": "c" ::'],
  ['a list', '[1, true, null, "a"]', 'list | [1, true, null, "a"] | 1 , | true , | null , | "a"'],
  ['empty ones', '[{}, []]', 'list | [{}, []] | {} , | []', 'map | {}', 'list | []'],
  [
    'one in another',
    '{"a": {"b": [false]}}',
    'map | {"a": {"b": [false]}} | a = "a": {"b": [false]} ::',
    'map in a | {"b": [false]} | b = "b": [false] ::',
    'list in b | [false] | false',
  ],
  ['a comma at the end', '{"a": 1, }', 'map | {"a": 1, } | a = "a": 1 :: , |   (gap)'],
  ['commas alone', '[,]', 'list | [,] |  (gap) , |  (gap)'],
  ['two commas', '[1,,2]', 'list | [1,,2] | 1 , |  (gap) , | 2'],
  [
    'a missing value',
    '{"a": , "b": }',
    'map | {"a": , "b": } | a = "a":  (no-value) :: , | b = "b":  (no-value) ::',
  ],
  [
    'a missing value and comma',
    '{"a": "b": 1}',
    'map | {"a": "b": 1} | a = "a":  (no-value) :: | b = "b": 1 ::',
  ],
  ['words alone', '1'],
];

const YAML_TEXTS: readonly (readonly [what: string, text: string, ...told: string[]])[] = [
  [
    'a map',
    lines('a: 1', 'b:', 'c: "d"'),
    'map of lines | a: 1\nb:\nc: "d" | a = a: 1 :: | b = b: (no-value) :: | c = c: "d" ::',
  ],
  [
    'a list',
    lines('- a', '-', '- "b"'),
    'list of lines | - a\n-\n- "b" | - a :- | - (no-value) :- | - "b" :-',
  ],
  [
    'one in another',
    lines('a:', '  b:', '  - c', 'd: 1'),
    'map of lines | a:\n  b:\n  - c\nd: 1 | a = a:\n  b:\n  - c :: | d = d: 1 ::',
    'map of lines in a | b:\n  - c | b = b:\n  - c ::',
    'list of lines in b | - c | - c :-',
  ],
  [
    'brackets',
    '{a: 1, b: [2]}\n',
    'map | {a: 1, b: [2]} | a = a: 1 :: , | b = b: [2] ::',
    'list in b | [2] | 2',
  ],
  ['a comma at the end', '[1, ]\n', 'list | [1, ] | 1 , |   (gap)'],
  ['a missing value', '{a: , b: }\n', 'map | {a: , b: } | a = a:  (no-value) :: , | b = b:  (no-value) ::'],
  ['a missing value before a comma', '{a: , }\n', 'map | {a: , } | a = a:  (no-value) :: , |   (gap)'],
  ['whole ones before blanks', '[1 , 2 ]\n', 'list | [1 , 2 ] | 1 , | 2'],
  [
    'a missing value at the end',
    lines('- a:', '-'),
    'list of lines | - a:\n- | - a: :- | - (no-value) :-',
    'map of lines | a: | a = a: (no-value) ::',
  ],
  ['a key alone', '{a, b: 1}\n', 'map | {a, b: 1} | a = a , | b = b: 1 ::'],
  ['explicit keys', lines('? a', ': b'), 'map of lines | ? a\n: b | a = ? a\n: b ::'],
  [
    'a block',
    lines('a: |', '  b', '', 'c: 1'),
    'map of lines | a: |\n  b\n\nc: 1 | a = a: |\n  b :: | c = c: 1 ::',
  ],
  [
    'a block that is kept',
    lines('a: |+', '  b', '', 'c: 1'),
    'map of lines | a: |+\n  b\n\nc: 1 | a = a: |+\n  b\n\n :: | c = c: 1 ::',
  ],
  [
    'a block with a plus in its comment',
    lines('a: | # +', '  b', '', 'c: 1'),
    'map of lines | a: | # +\n  b\n\nc: 1 | a = a: | # +\n  b :: | c = c: 1 ::',
  ],
  ['a block of nothing', lines('a: |', 'c: 1'), 'map of lines | a: |\nc: 1 | a = a: | :: | c = c: 1 ::'],
  [
    'strings over lines',
    lines("a: 'b", "  c'", 'd: 1'),
    "map of lines | a: 'b\n  c'\nd: 1 | a = a: 'b\n  c' :: | d = d: 1 ::",
  ],
  [
    'anchors and tags',
    lines('a: &b !c', '  d: 1'),
    'map of lines | a: &b !c\n  d: 1 | a = a: &b !c\n  d: 1 ::',
    'map of lines in a | d: 1 | d = d: 1 ::',
  ],
  ['a word alone', 'a\n'],
];

describe('The lists and maps of a text', () => {
  for (const [what, text, ...expected] of JSON_TEXTS)
    it(`are these in JSON: ${what}`, () =>
      assert.deepEqual(told(text, jsonOutline(text)?.collections ?? []), expected));

  for (const [what, text, ...expected] of YAML_TEXTS)
    it(`are these in YAML: ${what}`, () => {
      const [document, ...others] = yamlOutline(text) ?? [];
      assert.deepEqual(others, []);
      assert.deepEqual(told(text, document?.collections ?? []), expected);
    });

  for (const text of [
    '{',
    '{"a"}',
    '{"a", "b": 1}',
    '[',
    '}',
    ']',
    '{]',
    '{"a": 1',
    '[1 2]',
    '{"a": 1 2}',
    '{1: 2}',
    '{"a" 1}',
    '{"a":: 1}',
    '[1: 2]',
    ':',
    ',',
    '{a: 1}',
    '"a',
    '{"a": "b" "c": 1}',
    '/* a',
    '[a]',
    '["a": 1]',
    '{: 1}',
    '{"a": 1: 2}',
    '[1 []]',
  ])
    it(`are none in JSON that is broken: ${text}`, () => assert.equal(jsonOutline(text), undefined));

  for (const text of [
    'a: b: c\n',
    '[1\n',
    '{a: 1}}\n',
    'a: "b\n',
    '? - a\n: b\n',
    '? a: b\n: c\n',
    '['.repeat(600),
    '['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1),
  ])
    it(`are none in YAML that is broken: ${text.slice(0, 20)}`, () =>
      assert.equal(yamlOutline(text), undefined));

  it('come with the comments of JSON, and how many values stand beside each other', () => {
    const text = '// a\n{} /* b */ [1] 2 "c"';
    const outline = jsonOutline(text);
    assert.deepEqual(
      outline?.comments.map(({ start, end }) => text.slice(start, end)),
      ['// a', '/* b */'],
    );
    assert.equal(outline?.roots, 4);
  });

  it('come with the comments between brackets of YAML, and the scalars over lines', () => {
    const text = lines(
      '# a',
      'b: [ # c',
      '  1, # d',
      '  {e: 2 # f',
      '   }',
      ' ] # g',
      'h: |',
      '  i',
      'j: k',
      '  l',
      'm: "n"',
      'o: |',
    );
    const [document] = yamlOutline(text) ?? [];
    assert.deepEqual(
      document?.comments.map(({ start, end }) => text.slice(start, end)),
      ['# c', '# d', '# f', '# g'],
    );
    assert.deepEqual(
      document?.scalars.map(({ start, end }) => text.slice(start, end)),
      ['\n  i', 'k\n  l'],
    );
  });
});

describe('The documents of a YAML text', () => {
  for (const [what, text, ...documents] of [
    ['one', 'a: 1\n', 'a: 1\n'],
    ['one behind comments', '# a\n\nb: 1\n', '# a\n\nb: 1\n'],
    ['one behind a comment and a mark', '# a\n---\nb: 1\n', '---\nb: 1\n'],
    ['one behind a mark', '---\na: 1\n', '---\na: 1\n'],
    ['two', 'a: 1\n---\nb: 2\n', 'a: 1\n', '---\nb: 2\n'],
    ['an empty one', '---\n---\na: 1\n', '---\n (empty)', '---\na: 1\n'],
    ['one that ends', 'a: 1\n...\n---\nb: 2\n', 'a: 1\n', '---\nb: 2\n'],
    ['one behind the end of another', 'a: 1\n...\nb: 2\n', 'a: 1\n', 'b: 2\n'],
    ['one behind a directive', '%YAML 1.2\n---\na: 1\n', '---\na: 1\n'],
    ['nothing', '', ' (empty)'],
    ['nothing but a comment', '# a\n', '# a\n (empty)'],
    ['a key with nothing behind it', 'a:\n', 'a:\n'],
  ] as const)
    it(`stand where they stand: ${what}`, () =>
      assert.deepEqual(
        yamlOutline(text)?.map(
          ({ start, end, isEmpty }) => `${text.slice(start, end)}${isEmpty ? ' (empty)' : ''}`,
        ),
        documents,
      ));

  it('hold nothing where there is nothing', () => {
    const [{ collections, scalars, comments } = {}] = yamlOutline('') ?? [];
    assert.deepEqual({ collections, scalars, comments }, { collections: [], scalars: [], comments: [] });
  });
});
