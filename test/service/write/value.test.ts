import assert from 'node:assert/strict';
import { readFixture } from '../../../src/service';
import {
  allowsTag,
  escapeWithin,
  literal,
  replaceNumber,
  replaceValue,
} from '../../../src/service/write/value';
import { applyEdits } from '../helpers';

describe('A state as it is written', () => {
  it('keeps the quotes of the style that it is written in', () => {
    const styles = ['json', 'double', 'single', 'plain'] as const;
    assert.deepEqual(
      styles.map((style) => literal("it's", { style })),
      ['"it\'s"', '"it\'s"', "'it''s'", "it's"],
    );
    assert.deepEqual(
      styles.map((style) => literal(null, { style })),
      ['null', 'null', 'null', 'null'],
    );
  });

  it('is escaped for each string that it stands in, the innermost first', () => {
    assert.equal(literal('a', { style: 'json', within: ['json'] }), '\\"a\\"');
    assert.equal(literal('a', { style: 'json', within: ['json', 'json'] }), '\\\\\\"a\\\\\\"');
    assert.equal(escapeWithin('\'"', ['single', 'double']), "''\\\"");
    assert.equal(escapeWithin('"', ['block']), '"');
    assert.equal(escapeWithin("'", ['block']), "'");
    assert.equal(escapeWithin('"'), '"');
  });

  it('is written as a program does it, or not at all', () => {
    const style = {
      open: '`',
      close: '´',
      null: 'nil',
      escape: (text: string) => (text.includes('`') ? undefined : text.toUpperCase()),
    };
    assert.deepEqual(
      ['a', 'a`', null].map((state) => literal(state, { style } as never)),
      ['`A´', undefined, 'nil'],
    );
    assert.equal(escapeWithin('a`', [style, 'json'] as never), undefined);
    assert.equal(escapeWithin('a', [style, 'json'] as never), 'A');
  });
});

/** A server in YAML with a task_state and a power_state written like this. */
const yaml = (written: string, key = 'OS-EXT-STS:task_state') =>
  `OS-EXT-STS:vm_state: active\n${key}:${written}\nstatus: ACTIVE\n`;

/** How the task_state reads after it was set; undefined where it cannot be. */
function set(written: string, state: string | null): string | undefined {
  const text = yaml(written);
  const fixture = readFixture(text, 'yaml');
  const field = fixture.servers[0]?.fields.taskState;
  assert.ok(field, text);
  const edit = replaceValue(fixture, field, state);
  return (
    edit && applyEdits(text, [edit]).slice(yaml('').indexOf('task_state:') + 11, -'\nstatus: ACTIVE\n'.length)
  );
}

describe('Setting a state in YAML', () => {
  for (const [written, state, after] of [
    [' rebooting', 'pausing', ' pausing'],
    [" 'rebooting'", 'pausing', " 'pausing'"],
    [' "rebooting" # why', 'pausing', ' "pausing" # why'],
    [' rebooting', null, ' null'],
    [' null', 'pausing', ' pausing'],
    // Nothing is written yet.
    ['', 'pausing', ' pausing'],
    [' ', 'pausing', ' pausing'],
    [' # why', 'pausing', ' pausing # why'],
    [' &a', 'pausing', ' &a pausing'],
    // A tag of a text may stay before a text, and goes with it.
    [' !!str rebooting', 'pausing', ' !!str pausing'],
    [' ! rebooting', 'pausing', ' ! pausing'],
    [' !!str rebooting', null, ' null'],
    [' !!str &a rebooting', null, ' &a null'],
    [' !<tag:yaml.org,2002:str> rebooting', 'pausing', ' pausing'],
    // A block text goes with its header where null takes its place.
    [' |-\n  rebooting', 'pausing', ' |-\n  pausing'],
    [' |-\n  rebooting', null, ' null'],
    [' >2\n  rebooting', null, ' null'],
    ['   |  \n  rebooting', null, '   null'],
    [' |2-\n  rebooting', null, ' null'],
    // A block text of no lines has none to write on.
    [' |', 'pausing', ' pausing'],
    [' |-', 'pausing', ' pausing'],
    [' |2-', null, ' null'],
    // The line behind a block text in a map or list is that of the next key.
    ['\n  a: |\n    b', 'pausing', '\n  "pausing"'],
    ['\n  - >+\n    b\n\n', 'pausing', '\n  "pausing"\n\n'],
    // The comment would be lost.
    [' | # why\n  rebooting', null, undefined],
  ] as const)
    it(`makes of${JSON.stringify(written)} for ${state}: ${JSON.stringify(after)}`, () => {
      assert.equal(set(written, state), after);
    });

  it('is not done where the value came through an alias', () => {
    const text = `a: &a rebooting\nserver:\n  ${yaml(' *a').replaceAll('\n', '\n  ')}`;
    const fixture = readFixture(text, 'yaml');
    const field = fixture.servers[0]?.fields.taskState;
    assert.ok(field?.origin);
    assert.equal(replaceValue(fixture, field, 'pausing'), undefined);
    assert.equal(replaceNumber(fixture, field, 1), undefined);
  });
});

describe('Setting a number in YAML', () => {
  for (const [written, after] of [
    [' 1', ' 4'],
    [' 1 # why', ' 4 # why'],
    ['', ' 4'],
    [' !!int 1', ' !!int 4'],
    [' !!float 1', ' 4'],
    [' !!float &a 1', ' &a 4'],
    [' !!float &a   1', ' &a   4'],
    [' ! 1', ' ! 4'],
    // The tag has the anchor on its own line, and would stay.
    [' !!float &a\n  1', undefined],
  ] as const)
    it(`makes of${JSON.stringify(written)}: ${JSON.stringify(after)}`, () => {
      const key = 'OS-EXT-STS:power_state';
      const text = yaml(written, key);
      const fixture = readFixture(text, 'yaml');
      const field = fixture.servers[0]?.fields.powerState;
      assert.ok(field);
      const edit = replaceNumber(fixture, field, 4);
      assert.equal(edit && applyEdits(text, [edit]), after && yaml(after, key));
    });

  it('adds no blank where JSON has none', () => {
    const text = '{"OS-EXT-STS:vm_state":"active","OS-EXT-STS:power_state":1}';
    const fixture = readFixture(text, 'json');
    const field = fixture.servers[0]?.fields.powerState;
    assert.ok(field);
    const edit = replaceNumber(fixture, field, 4);
    assert.equal(edit && applyEdits(text, [edit]), text.replace('1', '4'));
  });
});

describe('A tag of YAML', () => {
  const allowed = (written: string, head = '') => {
    const fixture = readFixture(head + yaml(written), 'yaml');
    const field = fixture.servers[0]?.fields.taskState;
    assert.ok(field);
    return ['a', 4, null].map((value) => allowsTag(fixture, field, value));
  };

  it('lets its own kind of value stand behind it', () => {
    assert.deepEqual(allowed(' a'), [true, true, true]);
    assert.deepEqual(allowed(' !!str a'), [true, true, false]);
    assert.deepEqual(allowed(' ! a'), [true, true, false]);
    assert.deepEqual(allowed(' !!int 1'), [false, true, false]);
    assert.deepEqual(allowed(' !own a'), [false, false, false]);
    assert.deepEqual(allowed(' !own!str a', '%TAG !own! tag:example.com,2026:\n---\n'), [
      false,
      false,
      false,
    ]);
  });
});
