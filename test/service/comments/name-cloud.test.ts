import assert from 'node:assert/strict';
import { check, DEFAULT_OPTIONS, readFixture } from '../../../src/service';
import { nameCloudInFile, unnameCloudInFile } from '../../../src/service/comments/name-cloud';
import {
  applyConfig,
  newConfigOf,
  readConfig,
  sayNext,
  sayStronger,
  setCloud,
} from '../../../src/service/config';
import { applyEdits } from '../../../src/service/write/edits';

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

  it('puts none into an HTTP answer, in whatever language it is opened', () => {
    const answer = `HTTP/1.1 200 OK\r\n\r\n{"server": {"OS-EXT-STS:vm_state": "active"}}\r\n`;
    assert.equal(named(answer, 'yaml'), undefined);
    assert.equal(named(answer, 'jsonc'), undefined);
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

describe('Taking back the cloud of a file', () => {
  for (const [what, languageId, before, after] of [
    [
      'takes the line of a comment that stands alone',
      'yaml',
      `# server-status cloud=rackspace\n${SERVER}`,
      SERVER,
    ],
    ['takes the comment behind something', 'yaml', `a: 1 # server-status cloud=rackspace\n`, 'a: 1\n'],
    ['takes a comment before something', 'jsonc', '/* server-status cloud=rackspace */ {}', '{}'],
    [
      'leaves what a person wrote beside it',
      'yaml',
      `# Ours. server-status cloud=rackspace (old)\n${SERVER}`,
      `# Ours. (old)\n${SERVER}`,
    ],
    [
      'leaves what a person wrote behind it',
      'yaml',
      `# server-status cloud=rackspace (old)\n${SERVER}`,
      `# (old)\n${SERVER}`,
    ],
    [
      'takes those that would count next, too',
      'jsonc',
      '// server-status cloud=rackspace\n// ours\n  // server-status cloud=openstack\r\n{}',
      '// ours\n{}',
    ],
    [
      'does nothing where no comment names one',
      'yaml',
      `# cloud=rackspace\n${SERVER}`,
      `# cloud=rackspace\n${SERVER}`,
    ],
  ] as const) {
    it(what, () => {
      assert.equal(applyEdits(before, unnameCloudInFile(readFixture(before, languageId))), after);
    });
  }
});

function changed(text: string, cloud: string): string {
  return applyEdits(text, setCloud(text, cloud, 'server.yaml')?.edits ?? []);
}

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
    it(what, () => assert.equal(changed(before, 'rackspace'), after));
  }

  const OVERRIDES = `{ "cloud": "openstack", "overrides": [
  { "files": ["a/**"], "cloud": "huaweicloud" }, // theirs
  { "files": ["a/*"], "cloud": "ecs-classic" },
  { "files": ["a/*"], "rules": {} },
  { "files": ["b/**"], "cloud": "openstack" } ] }`;

  it('changes the override that has the last word about the file', () => {
    const change = setCloud(OVERRIDES, 'rackspace', 'a/server.yaml');
    assert.equal(change?.inOverride, true);
    const after = applyEdits(OVERRIDES, change.edits);
    assert.equal(after, OVERRIDES.replace('ecs-classic', 'rackspace'));
    const { options } = applyConfig(readConfig(after).config, 'a/server.yaml', DEFAULT_OPTIONS);
    assert.equal(options.cloud, 'rackspace');
  });

  it('changes the config as a whole where no override for the file names a cloud', () => {
    assert.equal(setCloud(OVERRIDES, 'rackspace', 'server.yaml')?.inOverride, false);
    assert.equal(
      changed(OVERRIDES, 'rackspace'),
      OVERRIDES.replace('{ "cloud": "openstack"', '{ "cloud": "rackspace"'),
    );
  });

  it('takes back by auto what is said, and only that', () => {
    assert.equal(changed('{ "cloud": "rackspace" }', 'auto'), '{ "cloud": "auto" }');
    assert.equal(setCloud('{ "cloud": "auto" }', 'auto', 'server.yaml'), undefined);
    assert.equal(setCloud('{}', 'auto', 'server.yaml'), undefined);
    assert.equal(newConfigOf('auto'), undefined);
  });

  it('leaves a config with mistakes alone', () => {
    assert.equal(setCloud('{ "clowd": "auto" }', 'rackspace', 'server.yaml'), undefined);
  });

  it('makes a new one that says the cloud and nothing else', () => {
    const { config, problems } = readConfig(newConfigOf('rackspace') ?? '');
    assert.deepEqual([config.cloud, problems], ['rackspace', []]);
  });
});

describe('A place where a cloud is named', () => {
  const silent = readFixture(SERVER, 'yaml');
  const commented = readFixture(`# server-status cloud=rackspace\n${SERVER}`, 'yaml');
  const configured = { ...DEFAULT_OPTIONS, cloud: 'openstack', cloudFrom: 'config' } as const;

  it('does nothing where a comment in the file goes before it', () => {
    for (const place of ['config', 'setting'] as const)
      assert.equal(sayStronger(commented, configured, place), 'the comment in the file takes precedence');
  });

  it('does nothing as a setting where the config file overrides it', () => {
    assert.equal(sayStronger(silent, configured, 'setting'), 'the config file takes precedence');
    assert.equal(sayStronger(silent, configured, 'config'), undefined);
    assert.equal(sayStronger(silent, DEFAULT_OPTIONS, 'setting'), undefined);
  });

  it('counts where the comment names no cloud that there is', () => {
    const wrong = readFixture(`# server-status cloud=rackspac\n${SERVER}`, 'yaml');
    assert.equal(sayStronger(wrong, configured, 'config'), undefined);
  });

  it('leaves the cloud to the next one when it falls silent', () => {
    const set = { ...DEFAULT_OPTIONS, cloud: 'rackspace', cloudFrom: 'setting' } as const;
    assert.equal(sayNext(configured), 'then OpenStack Nova applies, from the config file');
    assert.equal(sayNext(set), 'then Rackspace Cloud Servers applies, from the setting');
    assert.equal(sayNext(DEFAULT_OPTIONS), undefined);
  });
});
