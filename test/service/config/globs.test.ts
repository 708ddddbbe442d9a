import assert from 'node:assert/strict';
import { readConfig } from '../../../src/service/config';
import { applied } from './helpers';

const messagesFor = (glob: string) =>
  readConfig(JSON.stringify({ ignore: [glob] })).problems.map(({ message }) => message);
const matches = (glob: string, path: string) => applied({ ignore: [glob] }, path).ignored;

describe('A glob that is sound', () => {
  for (const glob of [
    'a..b/..c/d..',
    '*a*b*c',
    '**a**b**c',
    '{a,b}{c,d}{e,f}',
    '{a,b}/c/{d,e}',
    '[*{*{]*',
    'a\\{\\{\\{\\{b',
    'a\\{b/c\\}',
    '*/*/*/*/*',
    '././a',
    'a/!b',
  ])
    it(`is ${glob}`, () => assert.deepEqual(messagesFor(glob), []));
});

describe('A glob that can match nothing', () => {
  for (const [glob, message] of [
    ['', 'The glob is empty.'],
    ['!a', 'The glob "!a" starts with !, but globs here can only add files.'],
    ['/a', 'The glob "/a" starts with /, but globs are relative to this file\'s folder.'],
    ['..', 'The glob ".." contains .., but globs match only files below this file\'s folder.'],
    ['a/../b', 'The glob "a/../b" contains .., but globs match only files below this file\'s folder.'],
    ['a/..', 'The glob "a/.." contains .., but globs match only files below this file\'s folder.'],
    ['a\\b', 'The glob "a\\b" contains a backslash; folders are separated by / on every system.'],
    ['a/', 'The glob "a/" names a folder; to match everything in it, write "a/**".'],
    ['{a/b}', 'The glob "{a/b}" contains a / in braces; write a separate glob for each alternative.'],
    ['*a*b*c*', 'The glob "*a*b*c*" contains more than 3 stars or braces between two /.'],
    ['a/{b,c}{d,e}*f*', 'The glob "a/{b,c}{d,e}*f*" contains more than 3 stars or braces between two /.'],
    ['[a', '"[a" is not a valid glob: a bracket is not closed or not opened.'],
  ] as const)
    it(`says why: ${JSON.stringify(glob)}`, () => assert.deepEqual(messagesFor(glob), [message]));

  it('matches none, and leaves the others alone', () => {
    const { config } = readConfig('{"ignore": ["!a", "b"]}');
    assert.deepEqual([config.ignores('a'), config.ignores('!a'), config.ignores('b')], [false, false, true]);
  });
});

describe('A glob', () => {
  for (const [glob, path, expected] of [
    ['./a', 'a', true],
    ['././a', 'a', true],
    ['a\\{b\\}', 'a{b}', true],
    ['a$b', 'a$b', true],
    ['a^b', 'a^b', true],
    ['[^a]', 'b', true],
    ['[^a]', 'a', false],
    ['a/!b', 'a/!b', true],
    ['a/!b', 'a/c', false],
    ['a/!!b', 'a/!!b', true],
    ['**/!b*', 'a/c', false],
    ['a|b', 'a|b', true],
    ['a|b', 'a', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/c/d/b', true],
    ['a/**/b', 'a/c/d', false],
    ['**/a/**/b', 'x/a/y/b', true],
    ['a/**', 'a', true],
    ['**', 'a/b', true],
    ['a', 'a/b', false],
    ['a/b', 'a', false],
    ['**/a', '../a', true],
    ['*/a', '../a', false],
    ['.*', '.a', true],
  ] as const)
    it(`${glob} ${expected ? 'matches' : 'does not match'} ${path}`, () => {
      assert.equal(matches(glob, path), expected);
    });
});
