import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clouds, DEFAULT_CLOUD } from '../../src/mapping';
import { serverSchema } from '../../src/service';
import { inEnglish } from '../../src/words';
import { inFolder, run } from './helpers';

const OWN = JSON.stringify({
  clouds: {
    mine: {
      extends: 'openstack',
      title: 'Mine',
      statuses: { FROZEN: 'Not paid for.' },
      vmStates: { frozen: 'Not paid for.' },
      rows: [{ vmState: 'frozen', taskState: null, status: 'FROZEN' }],
    },
  },
});

const nova = clouds.get(DEFAULT_CLOUD) as never;

describe('server-status schema', () => {
  it(
    'prints the schema of OpenStack in the newest draft where nothing else is asked for',
    inFolder({}, (folder) => {
      const { code, out, err } = run(folder, ['schema']);
      assert.deepEqual([code, err], [0, '']);
      assert.deepEqual(JSON.parse(out), serverSchema(inEnglish, nova, nova, '2020-12'));
    }),
  );

  it(
    'writes any cloud in an older draft into a file, and prints nothing then',
    inFolder({}, (folder) => {
      const args = ['schema', '--cloud', 'huaweicloud', '--draft', '07', '--output', 'server.schema.json'];
      const { code, out, err } = run(folder, args);
      assert.deepEqual([code, out, err], [0, '', '']);
      const written = JSON.parse(readFileSync(join(folder, 'server.schema.json'), 'utf8'));
      assert.deepEqual(written, serverSchema(inEnglish, clouds.get('huaweicloud') as never, nova, '07'));
    }),
  );

  it(
    'knows the clouds of the config file',
    inFolder({ '.serverstatus.json': OWN }, (folder) => {
      assert.match(run(folder, ['schema', '--cloud', 'mine']).out, /"Not paid for\."/);
      assert.equal(run(folder, ['schema', '--cloud', 'mine', '--no-config']).code, 2);
    }),
  );

  it(
    'says in Chinese what the values mean',
    inFolder({}, (folder) => {
      const { out } = run(folder, ['schema', '--lang', 'zh-cn']);
      assert.equal(JSON.parse(out).title, 'OpenStack Nova 的服务器');
      assert.match(out, /没有正在进行的操作。/);
    }),
  );

  it(
    'takes no arguments and no other draft',
    inFolder({}, (folder) => {
      assert.equal(
        run(folder, ['schema', 'x.json']).err,
        'server-status: schema takes no arguments; name the cloud with --cloud.\n',
      );
      assert.equal(
        run(folder, ['schema', '--draft', '04']).err,
        'server-status: --draft must be 2020-12 or 07, not 04.\n',
      );
    }),
  );
});
