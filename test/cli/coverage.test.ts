import assert from 'node:assert/strict';
import { manyFixtures } from '../many-fixtures';
import { BAD, folderWith, GOOD, run } from './helpers';

describe('server-status coverage', () => {
  const folder = folderWith({ 'a.json': GOOD, 'b.json': GOOD, 'wrong.json': BAD });

  it('prints each status and pair of the cloud, and how often it stands', () => {
    const { code, out } = run(folder, ['coverage']);
    assert.equal(code, 0);
    assert.match(
      out,
      /^openstack: OpenStack Nova\n {2}ACTIVE +2 servers in 2 files\n {4}active \+ null +2 servers in 2 files\n/,
    );
    assert.match(out, /^ {2}RESCUE +-$/m);
    assert.match(
      out,
      /Covered: 1 of 20 statuses, 1 of \d+ pairs\. Not in any state of the table: 1 server\.\n$/,
    );
  });

  it('prints the same as JSON', () => {
    const { clouds } = JSON.parse(run(folder, ['coverage', '--format', 'json']).out);
    const [{ cloud, statuses, others }] = clouds;
    assert.equal(cloud, 'openstack');
    assert.deepEqual(others, { servers: 1, fixtures: 1 });
    const active = statuses.find(({ status }: { status: string }) => status === 'ACTIVE');
    assert.deepEqual(active.pairs[0], { vmState: 'active', taskState: null, servers: 2, fixtures: 2 });
  });

  it('shows the table of a cloud that no fixture is of', () => {
    const { out } = run(folderWith({ 'none.json': '{}' }), ['coverage', '--cloud', 'rackspace']);
    assert.match(out, /^rackspace: /);
    assert.match(out, /Covered: 0 of \d+ statuses/);
  });

  it('names what could not be read, and fails', () => {
    const { code, err } = run(folder, ['coverage', 'nowhere', 'a.json']);
    assert.equal(code, 2);
    assert.match(err, /nowhere: does not exist/);
  });
});

describe('server-status coverage of a folder that .gitignore leaves out', () => {
  it('says so, and fails', () => {
    const folder = folderWith({ '.git/HEAD': '', '.gitignore': 'out/\n', 'out/a.json': GOOD });
    const { code, err } = run(folder, ['coverage', 'out']);
    assert.equal(code, 2);
    assert.match(err, /out: \.gitignore ignores everything in it/);
  });
});

describe('server-status check over a whole repository', () => {
  it('comes to what the editor comes to', () => {
    const { files, expected } = manyFixtures(1000);
    const folder = folderWith(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    const { out } = run(folder, ['check', '--format', 'json']);
    assert.deepEqual(JSON.parse(out).summary, expected);
  });
});
