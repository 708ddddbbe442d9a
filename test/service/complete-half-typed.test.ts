import assert from 'node:assert/strict';
import { hover, readFixture } from '../../src/service';
import { accept, labelsAt, listAt } from './completing';
import { atCursor } from './helpers';

const VM = 'OS-EXT-STS:vm_state';
const TASK = 'OS-EXT-STS:task_state';
const JSON_VM = `"${VM}": "active"`;

describe('Completing a key behind an open quote in JSON', () => {
  for (const [what, languageId, marked, label, after] of [
    [
      'another key',
      'json',
      `{${JSON_VM}, "st|, "a": 1}`,
      'status',
      `{${JSON_VM}, "status": "ACTIVE", "a": 1}`,
    ],
    [
      'the brackets',
      'json',
      `{"s": {${JSON_VM}, "OS-EXT-STS:|}}`,
      TASK,
      `{"s": {${JSON_VM}, "${TASK}": null}}`,
    ],
    ['a string', 'go', `x := \`{${JSON_VM}, "st|}\``, 'status', `x := \`{${JSON_VM}, "status": "ACTIVE"}\``],
  ] as const)
    it(`leaves what is behind it: ${what}`, () => assert.equal(accept(marked, languageId, label), after));

  for (const before of ['{"server": {', '{"servers": [{', '{"servers": [{"status": "ACTIVE"}, {'])
    it(`is offered for the first word of a server: ${before}`, () =>
      assert.match(accept(`${before}st|}}`, 'json', 'status'), /\{"status": "/));

  for (const typed of ['"st|at"', 'st|at', 'stat|'])
    it(`replaces the rest of the word: ${typed}`, () =>
      assert.equal(accept(`{${JSON_VM}, ${typed}}`, 'json', 'status'), `{${JSON_VM}, "status": "ACTIVE"}`));
});

describe('Completing a value in JSON before another key', () => {
  for (const [what, typed] of [
    ['an open quote', '"|'],
    ['nothing', '|'],
    ['another value', '"AC|"'],
    ['a comment', '"AC|" // c'],
  ] as const)
    it(`writes the comma between them: ${what}`, () => {
      const text = (put: string) => `{${JSON_VM}, "status": ${put}\n  "a": 1}`;
      const after = typed.replace(/"?(?:AC)?\|"?/, '"ACTIVE",');
      assert.equal(accept(text(typed), 'jsonc', 'ACTIVE'), text(after));
    });

  it('writes no second one', () => {
    const text = (put: string) => `{${JSON_VM}, "status": ${put}, "a": 1}`;
    assert.equal(accept(text('"AC|"'), 'json', 'ACTIVE'), text('"ACTIVE"'));
  });
});

describe('Completing a key in a map of a program', () => {
  for (const [what, languageId, before, behind, written] of [
    ['before a comment and a key', 'python', '{', '|\n  # c\n  "a": 1}', '"status": "ACTIVE",'],
    ['before another map', 'python', '{', '|\n  **more}', '"status": "ACTIVE",'],
    ['before another map', 'javascript', '{', '|\n  ...more}', '"status": "ACTIVE",'],
    ['before a computed key', 'javascript', '{', '|\n  [key]: 1}', '"status": "ACTIVE",'],
    ['before a comment and a key', 'javascript', '{', '|\n  // c\n  a: 1}', '"status": "ACTIVE",'],
    ['as the last on its line', 'go', 'map[string]any{', '\n\t|\n}', '"status": "ACTIVE",'],
    ['before a bracket', 'python', '{', '|}', '"status": "ACTIVE"'],
  ] as const)
    it(`writes the comma that ${languageId} needs: ${what}`, () => {
      const text = (put: string) => `x := ${before}${JSON_VM}, ${behind.replace('|', put)}\n`;
      assert.equal(accept(text('|'), languageId, 'status'), text(written));
    });

  for (const [languageId, comment] of [
    ['python', '# it’s "so'],
    ['go', '// c'],
    ['javascript', '/* c */'],
  ] as const)
    it(`is offered behind a comment of ${languageId}`, () => {
      const text = (put: string) => `x := map[string]any{${JSON_VM}, ${comment}\n\t${put}\n}\n`;
      assert.equal(accept(text('|'), languageId, 'status'), text('"status": "ACTIVE",'));
    });

  for (const [what, rest] of [
    ['a map in the server', '"flavor": {"id": 1, |}'],
    ['a string', '"name": "a, |"'],
    ['a string that is open', '"name": "a, |'],
    ['the end of a string', '"name": "a, "|'],
    ['a key that is whole', 'a:| 1'],
  ] as const)
    it(`is not offered in ${what}`, () =>
      assert.deepEqual(labelsAt(`x = {${JSON_VM}, ${rest}}`, 'python'), []));
});

describe('A key in a map of a program', () => {
  it('is no variable while it is typed in JavaScript', () =>
    assert.deepEqual(labelsAt(`x = {${JSON_VM}, status|}`, 'javascript'), [
      'OS-EXT-STS:task_state',
      'OS-EXT-STS:power_state',
    ]));

  it('has quotes that Go reads as those of a string', () => {
    const text = (put: string) => `x := map[string]any{\`${VM}\`: "active", ${put}}`;
    assert.equal(accept(text('|'), 'go', 'status'), text('"status": "ACTIVE"'));
  });
});

describe('Completing a key between the arguments of a call', () => {
  it('is offered behind the first key', () =>
    assert.equal(
      accept(`f(a, '${VM}' => 'active', |)`, 'ruby', 'status'),
      `f(a, '${VM}' => 'active', 'status' => 'ACTIVE')`,
    ));

  it('is not offered before it', () => assert.deepEqual(labelsAt(`f(|a, '${VM}' => 'active')`, 'ruby'), []));
});

describe('Completing a value in a map of a program', () => {
  for (const [languageId, before, separator, after] of [
    ['python', '{', ': ', '}'],
    ['javascript', '{', ': ', '}'],
    ['go', 'map[string]any{', ': ', '}'],
    ['ruby', '{', ' => ', '}'],
    ['rust', 'json!({', ': ', '})'],
    ['php', '<?php $x = [', ' => ', '];'],
  ] as const)
    it(`is offered where nothing is typed in ${languageId}`, () => {
      const text = (put: string) =>
        `${before}"${VM}"${separator}"active", "status"${separator}${put}${after}\n`;
      assert.equal(accept(text('|'), languageId, 'ACTIVE'), text('"ACTIVE"'));
    });

  for (const [languageId, before, opened, after, whole] of [
    ['javascript', 'x = {', '`A', '`}', '`ACTIVE`'],
    ['go', 'x := map[string]any{', '`A', '`}', '`ACTIVE`'],
    ['python', 'x = {', 'u"A', '"}', 'u"ACTIVE"'],
    ['rust', 'json!({', 'r"A', '"})', 'r"ACTIVE"'],
    ['ruby', 'x = {', '%q(A', ')}', '%q(ACTIVE)'],
  ] as const)
    it(`compares with ${opened}, as ${languageId} has it`, () => {
      const list = listAt(`${before}${JSON_VM}, "status": ${opened}|${after}`, languageId);
      assert.equal(list?.items[0]?.filter, whole);
      assert.equal(list?.items[0]?.text, whole);
    });
});

describe('Completing a key in YAML', () => {
  const block = (key: string, rest = '') => `server:\n  ${VM}: active\n  ${key}${rest}\n`;

  for (const [what, key, label, after] of [
    ['behind the colon of a prefix', 'OS-EXT-STS:|', TASK, `${TASK}: null`],
    ['behind the colon of a prefix in quotes', '"OS-EXT-STS:|"', TASK, `"${TASK}": null`],
    ['behind the colon of a prefix, before a comment', 'OS-EXT-STS:| # c', TASK, `${TASK}: null # c`],
    ['before a comment', 'stat| # c', 'status', 'status: ACTIVE # c'],
    ['right before a comment', '|# c', 'status', 'status: ACTIVE # c'],
  ] as const)
    it(`writes all of it ${what}`, () => assert.equal(accept(block(key), 'yaml', label), block(after)));

  it('is not offered behind the colon of another key', () =>
    assert.deepEqual(labelsAt(block('name:|', ' x'), 'yaml'), []));

  for (const [what, before, typed, after, written] of [
    ['behind a comma', `{${VM}: active, `, '|', '}', 'status: ACTIVE'],
    ['before a comma', '{', '|', ` ${VM}: active}`, 'status: ACTIVE,'],
    ['for half a word', `{${VM}: active, `, 'st|', '}', 'status: ACTIVE'],
    ['for an empty one in quotes', `{"${VM}": "active", `, '"|"', '}', '"status": "ACTIVE"'],
    ['before its value', `{${VM}: active, `, 'st|', ': ACTIVE}', 'status'],
    ['behind a comment', `{${VM}: active, # it's\n  `, '|', '\n}', 'status: ACTIVE'],
    ['right before a comment', `{${VM}: active, `, '|', '# c\n}', 'status: ACTIVE '],
    ['as far left as the bracket', `{\n  ${VM}: active,\n`, '|', '\n}', 'status: ACTIVE'],
  ] as const)
    it(`is offered in flow style ${what}`, () =>
      assert.equal(
        accept(`server: ${before}${typed}${after}`, 'yaml', 'status'),
        `server: ${before}${written}${after}`,
      ));

  for (const [what, text] of [
    ['a map in the server', `{${VM}: active, flavor: {|}}`],
    ['a list in the server', `{${VM}: active, tags: [|]}`],
    ['a key that is whole', `{${VM}: active, s:| x}`],
    ['the end of a string', `{${VM}: active, d: "a, "|}`],
    ['a string', `{${VM}: active, name: "a, |"}`],
    ['a comment', `{${VM}: active, # a, |\n}`],
    ['the indentation of a line', `{${VM}: active,\n| id: 1}`],
    ['a line further left than the others', `{\n  ${VM}: active,\n|\n  }`],
  ] as const)
    it(`is not offered in flow style in ${what}`, () =>
      assert.deepEqual(labelsAt(`server: ${text}`, 'yaml'), []));
});

describe('A value that YAML has behind something else', () => {
  const server = (status: string) => `server:\n  ${VM}: active\n  status: ${status}\n`;

  for (const before of ['&a', '!!str', '!!str &a'])
    it(`is offered behind ${before} and a blank, and not before the blank`, () => {
      assert.equal(accept(server(`${before} |`), 'yaml', 'ACTIVE'), server(`${before} ACTIVE`));
      assert.deepEqual(labelsAt(server(`${before}|`), 'yaml'), []);
    });

  it('is none where an alias stands for a whole map', () => {
    const marked = `a: &a\n  ${VM}: active\n  ${TASK}: rebooting\nb:\n  <<: |*a\n  status: REBOOT\n`;
    const { text, offset } = atCursor(marked);
    assert.deepEqual(labelsAt(marked, 'yaml'), []);
    assert.equal(hover(readFixture(text, 'yaml'), offset), undefined);
  });
});
