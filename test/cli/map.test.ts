import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapAsSvg, renderMermaid, stateMap } from '../../src/map';
import { type Cloud, clouds } from '../../src/mapping';
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

describe('server-status map', () => {
  it(
    'draws OpenStack as SVG where nothing else is asked for',
    inFolder({}, (folder) => {
      const { code, out, err } = run(folder, ['map']);
      assert.deepEqual([code, err], [0, '']);
      assert.equal(out, mapAsSvg(inEnglish, [...clouds.values()][0] as Cloud));
    }),
  );

  for (const [id, cloud] of clouds) {
    it(
      `draws ${id} in both formats`,
      inFolder({}, (folder) => {
        assert.equal(run(folder, ['map', '--cloud', id, '--format', 'svg']).out, mapAsSvg(inEnglish, cloud));
        assert.equal(
          run(folder, ['map', '--cloud', id, '--format', 'mermaid']).out,
          renderMermaid(inEnglish, stateMap(inEnglish, cloud)),
        );
      }),
    );
  }

  it(
    'draws light and dark, and knows no other theme',
    inFolder({}, (folder) => {
      const openstack = [...clouds.values()][0] as Cloud;
      for (const theme of ['light', 'dark'] as const)
        assert.equal(run(folder, ['map', '--theme', theme]).out, mapAsSvg(inEnglish, openstack, theme));
      const { code, err } = run(folder, ['map', '--theme', 'red']);
      assert.deepEqual([code, err], [2, 'server-status: --theme must be light or dark, not red.\n']);
      assert.equal(run(folder, ['map', '--format', 'mermaid', '--theme', 'dark']).code, 2);
    }),
  );

  it(
    'writes into a file and prints nothing then',
    inFolder({}, (folder) => {
      const { code, out, err } = run(folder, ['map', '--output', 'map.svg']);
      assert.deepEqual([code, out, err], [0, '', '']);
      assert.match(readFileSync(join(folder, 'map.svg'), 'utf8'), /^<svg /);
    }),
  );

  it(
    'knows the clouds of the config file',
    inFolder({ '.serverstatus.json': OWN }, (folder) => {
      const { code, out } = run(folder, ['map', '--cloud', 'mine']);
      assert.equal(code, 0);
      assert.match(out, />FROZEN</);
      assert.equal(run(folder, ['map', '--cloud', 'mine', '--no-config']).code, 2);
    }),
  );
});
