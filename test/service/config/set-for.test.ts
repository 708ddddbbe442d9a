import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_OPTIONS } from '../../../src/service';
import { applyConfig, readConfig } from '../../../src/service/config';
import { newConfigFor, setFor } from '../../../src/service/config/set-for';
import { holds, SEED } from '../../fuzz/helpers';
import { applyEdits } from '../helpers';

const PATH = 'a/b.json';
const RULE = 'status-mismatch';
const OFF = '{ "files": ["a/b.json"], "rules": { "status-mismatch": "off" } }';

const isOff = (text: string, path: string) =>
  applyConfig(readConfig(text).config, path, DEFAULT_OPTIONS).options.rules[RULE] === 'off';

function turnedOff(text: string): string | undefined {
  const edits = setFor(text, { file: PATH }, { off: RULE });
  if (edits === undefined) return undefined;
  const after = applyEdits(text, edits);
  assert.ok(isOff(after, PATH));
  assert.ok(!isOff(after, 'a/c.json'), 'other files keep the rule');
  return after;
}

const CASES: readonly [string, string, string][] = [
  ['an empty object', '{}', `{\n  "overrides": [${OFF}]\n}`],
  ['an object with a comment', '{\r\n  // c\r\n}\r\n', `{\r\n  "overrides": [${OFF}]\r\n  // c\r\n}\r\n`],
  ['one line', '\uFEFF{ "cloud": "auto" }', `\uFEFF{ "cloud": "auto", "overrides": [${OFF}] }`],
  [
    'lines with a comment',
    '{\n\t"cloud": "auto" // why\n}\n',
    `{\n\t"cloud": "auto", // why\n\t"overrides": [${OFF}]\n}\n`,
  ],
  [
    'lines with a trailing comma and comments',
    '{\n  "cloud": "auto", /* why */\n  // end\n}\n',
    `{\n  "cloud": "auto", /* why */\n  "overrides": [${OFF}],\n  // end\n}\n`,
  ],
  ['no override', '{ "overrides": [ ] }', `{ "overrides": [${OFF}] }`],
  [
    'overrides on lines',
    '{\n  "overrides": [\n    { "files": ["x"] } // x\n  ]\n}\n',
    `{\n  "overrides": [\n    { "files": ["x"] }, // x\n    ${OFF}\n  ]\n}\n`,
  ],
  [
    'overrides on one line',
    '{ "overrides": [{ "files": ["x"] },] }',
    `{ "overrides": [{ "files": ["x"] }, ${OFF},] }`,
  ],
  [
    'an override for just this file',
    '{ "overrides": [{ "files": ["a/b.json"], "cloud": "auto" }] }',
    '{ "overrides": [{ "files": ["a/b.json"], "cloud": "auto", "rules": { "status-mismatch": "off" } }] }',
  ],
  [
    'an override for just this file with empty rules',
    '{ "overrides": [{ "files": ["a/b.json"], "rules": { } }] }',
    `{ "overrides": [${OFF}] }`,
  ],
  [
    'an override for just this file with rules',
    '{ "overrides": [{ "files": ["a/b.json"], "rules": {\n  "wrong-type": "off" // c\n} }] }',
    '{ "overrides": [{ "files": ["a/b.json"], "rules": {\n  "wrong-type": "off", // c\n  "status-mismatch": "off"\n} }] }',
  ],
  [
    'an override for just this file with the rule',
    '{ "overrides": [{ "files": ["a/b.json"], "rules": { "status-mismatch": "hint" } }] }',
    `{ "overrides": [${OFF}] }`,
  ],
  [
    'a later override that has the last word',
    '{ "overrides": [{ "files": ["a/b.json"] }, { "files": ["**"], "rules": { "status-mismatch": "error" } }] }',
    `{ "overrides": [{ "files": ["a/b.json"] }, { "files": ["**"], "rules": { "status-mismatch": "error" } }, ${OFF}] }`,
  ],
];

describe('Turning a rule off for a file in the config', () => {
  for (const [what, before, after] of CASES) {
    it(`adds to ${what} and leaves all else as it is`, () => assert.equal(turnedOff(before), after));
  }

  for (const text of ['', '{', '{ "x": 1 }', '[]', '{ "rules": { "status-mismatch": "of" } }']) {
    it(`leaves a config with a mistake alone: ${JSON.stringify(text)}`, () => {
      assert.equal(turnedOff(text), undefined);
    });
  }

  it('makes a config where there is none', () => {
    assert.equal(newConfigFor({ file: PATH }, { off: RULE }), `{\n  "overrides": [\n    ${OFF}\n  ]\n}\n`);
  });

  it(`names the file alone, whatever letters of globs it has (seed ${SEED})`, () => {
    const name = fc.string({
      unit: fc.constantFrom(...'ab.*?[]{}()!+@|,#^$ "\'é/~-'),
      minLength: 1,
      maxLength: 8,
    });
    holds(
      fc.property(name, name, (path, other) => {
        // What no path of a file looks like.
        fc.pre(!/^\/|\/\/|\/$|(^|\/)\.\.?(\/|$)/.test(path) && other !== path);
        const text = newConfigFor({ file: path }, { off: RULE });
        assert.ok(text !== undefined && isOff(text, path), path);
        assert.ok(!isOff(text, other), `${path} is not ${other}`);
      }),
      2000,
    );
  });

  it('is not done for a name that no glob can have', () => {
    assert.equal(setFor('{}', { file: 'a\\b.json' }, { off: RULE }), undefined);
    assert.equal(newConfigFor({ file: 'a\\b.json' }, { off: RULE }), undefined);
  });
});

describe('Naming the cloud of one file', () => {
  const RACKSPACE = { cloud: 'rackspace' };
  const name = (text: string) => {
    const edits = setFor(text, { file: PATH }, RACKSPACE);
    return edits && applyEdits(text, edits);
  };
  const OVERRIDE = `{ "files": ["${PATH}"], "cloud": "rackspace" }`;

  it('makes a config where there is none', () => {
    assert.equal(newConfigFor({ file: PATH }, RACKSPACE), `{\n  "overrides": [\n    ${OVERRIDE}\n  ]\n}\n`);
  });

  it('joins the override that turns a rule off for the file', () => {
    assert.equal(
      name(`{ "overrides": [{ "files": ["${PATH}"], "rules": {} }] }`),
      `{ "overrides": [{ "files": ["${PATH}"], "rules": {}, "cloud": "rackspace" }] }`,
    );
  });

  it('changes the cloud that is there', () => {
    assert.equal(
      name(`{ "overrides": [{ "files": ["${PATH}"], "cloud": "openstack" }] }`),
      `{ "overrides": [{ "files": ["${PATH}"], "cloud": "rackspace" }] }`,
    );
  });
});

describe('Saying something of a folder', () => {
  const WHERE = { file: 'a/x/b.json', folder: 'a' };
  const optionsOf = (text: string, path: string) =>
    applyConfig(readConfig(text).config, path, DEFAULT_OPTIONS);

  it('turns a rule off for everything in it, and for nothing else', () => {
    const text = newConfigFor(WHERE, { off: RULE }) ?? '';
    assert.ok(isOff(text, 'a/c.json'));
    assert.ok(isOff(text, 'a/x/y/d.json'));
    assert.ok(!isOff(text, 'b/c.json'));
  });

  it('names its cloud behind the overrides that are there', () => {
    const text = '{ "overrides": [{ "files": ["**"], "cloud": "openstack" }] }';
    const after = applyEdits(text, setFor(text, WHERE, { cloud: 'rackspace' }) ?? []);
    assert.equal(optionsOf(after, 'a/c.json').options.cloud, 'rackspace');
    assert.equal(optionsOf(after, 'c.json').options.cloud, 'openstack');
  });

  it('joins the override that is there for it', () => {
    const text = '{ "overrides": [{ "files": ["a/**"], "cloud": "openstack" }] }';
    assert.equal(
      applyEdits(text, setFor(text, WHERE, { cloud: 'rackspace' }) ?? []),
      '{ "overrides": [{ "files": ["a/**"], "cloud": "rackspace" }] }',
    );
  });

  it("means everything by the config's own folder", () => {
    const text = newConfigFor({ file: 'a.json', folder: '' }, { off: RULE }) ?? '';
    assert.ok(isOff(text, 'b/c.json'));
  });
});

describe('Ignoring a file or folder', () => {
  const isIgnored = (text: string, path: string) =>
    applyConfig(readConfig(text).config, path, DEFAULT_OPTIONS).ignored;

  it('makes a config where there is none', () => {
    assert.equal(newConfigFor({ file: PATH }, { ignore: true }), '{\n  "ignore": ["a/b.json"]\n}\n');
  });

  it('joins the list that is there', () => {
    const text = '{ "ignore": ["x/**"] /* why */ }';
    const after = applyEdits(text, setFor(text, { file: PATH, folder: 'a' }, { ignore: true }) ?? []);
    assert.equal(after, '{ "ignore": ["x/**", "a/**"] /* why */ }');
    assert.ok(isIgnored(after, 'a/c.json') && !isIgnored(after, 'b/c.json'));
  });

  it('names a file by itself, whatever its name is', () => {
    const file = 'a/[b]{c}*.json';
    const text = newConfigFor({ file }, { ignore: true }) ?? '';
    assert.ok(isIgnored(text, file) && !isIgnored(text, 'a/bc.json'));
  });
});
