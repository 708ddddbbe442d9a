import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../src/service';
import { readConfig } from '../../../src/service/config';
import { applied, EXAMPLE } from './helpers';

describe('A config over the settings', () => {
  const settings = {
    ...DEFAULT_OPTIONS,
    cloud: 'rackspace',
    rules: { 'power-state': 'off', 'wrong-type': 'off' },
  } as const;

  it('may hold comments, trailing commas and a $schema', () => {
    const text = '// ours\n{ "$schema": "x.json", /* why */ "rules": { "power-state": "off", }, }';
    assert.equal(applied(text, 'a.json').options.rules['power-state'], 'off');
  });

  it('changes nothing where it says nothing', () => {
    assert.deepEqual(applied({}, 'a.json', settings), { options: settings, ignored: false });
  });

  it('goes before the settings with its rules, one by one', () => {
    const { rules } = applied({ rules: { 'power-state': 'error' } }, 'a.json', settings).options;
    assert.deepEqual(rules, { 'power-state': 'error', 'wrong-type': 'off' });
  });

  it('goes before the settings with its cloud', () => {
    const { cloud, cloudFrom } = applied({ cloud: 'huaweicloud' }, 'a.json', settings).options;
    assert.deepEqual([cloud, cloudFrom], ['huaweicloud', 'config']);
  });

  it('leaves the cloud to the settings where it says auto', () => {
    const { cloud, cloudFrom } = applied({ cloud: 'auto' }, 'a.json', settings).options;
    assert.deepEqual([cloud, cloudFrom], ['rackspace', 'setting']);
  });

  it('says no severity for a rule that only Object has', () => {
    assert.equal(readConfig('{"rules": {"toString": "off", "__proto__": "off"}}').problems.length, 2);
  });
});

describe('An override', () => {
  const config = {
    cloud: 'openstack',
    rules: { 'power-state': 'off' },
    overrides: [
      { files: ['huawei/**', '*.yaml'], cloud: 'huaweicloud', rules: { 'power-state': 'error' } },
      { files: ['**/loose/**'], rules: { 'power-state': 'hint', 'wrong-type': 'off' } },
      { files: ['huawei/any/**'], cloud: 'auto' },
    ],
  };
  const at = (path: string) => {
    const { cloud, rules } = applied(config, path).options;
    return [cloud, rules['power-state'], rules['wrong-type']];
  };

  it('says nothing of a file that its globs do not match', () => {
    assert.deepEqual(at('other/a.json'), ['openstack', 'off', undefined]);
  });

  it('goes before the config', () => {
    assert.deepEqual(at('huawei/a.json'), ['huaweicloud', 'error', undefined]);
  });

  it('may have several globs, of which one is enough', () => {
    assert.deepEqual(at('a.yaml'), ['huaweicloud', 'error', undefined]);
  });

  it('matches whole paths from the folder of the config', () => {
    assert.deepEqual(at('other/huawei/a.yaml'), ['openstack', 'off', undefined]);
  });

  it('goes before one that stands above it, in what it says', () => {
    assert.deepEqual(at('huawei/loose/a.json'), ['huaweicloud', 'hint', 'off']);
  });

  it('takes a cloud back with auto', () => {
    assert.deepEqual(at('huawei/any/a.json'), ['auto', 'error', undefined]);
  });
});

describe('The globs of a config', () => {
  const ignored = (glob: string, path: string) => applied({ ignore: [glob] }, path).ignored;

  for (const [glob, path, expected] of [
    ['**/negative/**', 'negative/a.json', true],
    ['**/negative/**', 'a/b/negative/c/d.json', true],
    ['**/negative/**', 'a/negative.json', false],
    ['*.json', 'a.json', true],
    ['*.json', 'a/b.json', false],
    ['**/*.json', '.hidden/a.json', true],
    ['a/?.json', 'a/b.json', true],
    ['{a,b}/**', 'b/c.json', true],
    ['[ab]/**', 'c/d.json', false],
    ['./a/**', 'a/b.json', true],
    ['app/(group)/*', 'app/(group)/a.json', true],
    ['a+b/*', 'a+b/c.json', true],
    ['a/\\[id\\].json', 'a/[id].json', true],
    ['A/**', 'a/b.json', false],
    ['**', '../outside.json', true],
    ['**/a.json', '../../b/a.json', true],
    ['*.json', '../outside.json', false],
  ] as const) {
    it(`${glob} ${expected ? 'matches' : 'does not match'} ${path}`, () => {
      assert.equal(ignored(glob, path), expected);
    });
  }

  it('answer soon, however many ways there are to try', () => {
    const glob = `${'**/*a*a*a/'.repeat(8)}b`;
    assert.equal(ignored(glob, `${`${'a'.repeat(60)}/`.repeat(12)}c`), false);
  });

  it('leave out the files that the example of the documents names', () => {
    const at = (path: string) => applied(EXAMPLE, path);
    assert.deepEqual([at('test/negative/a.json').ignored, at('test/a.json').ignored], [true, false]);
  });
});

describe('What is sound in a broken config', () => {
  it('holds all the same', () => {
    const { config, problems } = readConfig(
      '{"cloud": "huaweiclod", "rules": {"power-state": "off", "x": "off"}, ',
    );
    assert.deepEqual(
      [config.cloud, config.rules, problems.length === 3],
      [undefined, { 'power-state': 'off' }, true],
    );
  });

  it('is nothing in a text that is no config', () => {
    assert.deepEqual(readConfig('?').config.rules, {});
  });
});
