import assert from 'node:assert/strict';
import { readFixture } from '../../src/fixture';
import { check, nameCloudInFile, newConfigFor, readConfig, setCloud } from '../../src/service';
import { applyEdits } from '../../src/service/edits';

const SERVER = 'server:\n  OS-EXT-STS:vm_state: active\n  status: ACTIVE\n';

function named(text: string, languageId: string, cloud = 'rackspace'): string | undefined {
  const edit = nameCloudInFile(readFixture(text, languageId), cloud);
  return edit && applyEdits(text, [edit]);
}

describe('Naming the cloud of a file', () => {
  it('puts a comment at its top', () => {
    assert.equal(named(SERVER, 'yaml'), `# server-status cloud=rackspace\n${SERVER}`);
    assert.equal(named('{"server": {}}', 'jsonc'), '// server-status cloud=rackspace\n{"server": {}}');
  });

  it('changes the comment that is there', () => {
    const text = `# server-status cloud=huaweicloud (ours)\n${SERVER}`;
    assert.equal(named(text, 'yaml'), `# server-status cloud=rackspace (ours)\n${SERVER}`);
  });

  it('makes the servers be held to that cloud', () => {
    const wrong = named(SERVER.replace('ACTIVE', 'ERROR'), 'yaml') ?? '';
    assert.equal(check(readFixture(wrong, 'yaml'))[0]?.cloud, 'rackspace');
  });

  it('cannot be done where there are no comments', () => {
    assert.equal(named('{"server": {}}', 'json'), undefined);
  });
});

describe('Setting the cloud of a config', () => {
  for (const [what, before, after] of [
    ['replaces the one that it says', '{ "cloud": "auto" } // ours', '{ "cloud": "rackspace" } // ours'],
    [
      'puts it behind what it says',
      '{\n  "rules": {} // none\n}\n',
      '{\n  "rules": {}, // none\n  "cloud": "rackspace"\n}\n',
    ],
    ['fills an empty one', '{}', '{\n  "cloud": "rackspace"\n}'],
  ] as const) {
    it(what, () => assert.equal(applyEdits(before, setCloud(before, 'rackspace') ?? []), after));
  }

  it('leaves a config with mistakes alone', () => {
    assert.equal(setCloud('{ "clowd": "auto" }', 'rackspace'), undefined);
  });

  it('makes a new one that says the cloud and nothing else', () => {
    const { config, problems } = readConfig(newConfigFor('rackspace'));
    assert.deepEqual([config.cloud, problems], ['rackspace', []]);
  });
});
