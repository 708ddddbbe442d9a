import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { clouds } from '../../../src/mapping';
import { ConfigSearch, type ConfigText } from '../../../src/service/config';
import { inEnglish } from '../../../src/words';

/** A search in folders that only this test knows, and what it read on its way. */
function searchIn(configs: Record<string, ConfigText>, tops: readonly string[] = []) {
  const asked: string[] = [];
  const found: string[] = [];
  const folders = {
    keyOf: (folder: string) => folder,
    above: (folder: string) => (folder === '/' ? undefined : posix.dirname(folder)),
    isTop: async (folder: string) => tops.includes(folder),
    read: async (folder: string) => {
      asked.push(folder);
      return configs[folder];
    },
  };
  const search = new ConfigSearch(folders, { clouds, say: inEnglish }, ({ folder }) => found.push(folder));
  return { search, asked, found };
}

const HUAWEI = { text: '{ "cloud": "huaweicloud" }' };

describe('The search for the config of a folder', () => {
  it('finds the nearest one upwards', async () => {
    const { search, asked } = searchIn({ '/a': HUAWEI, '/': { text: '{ "cloud": "rackspace" }' } });
    const found = await search.nearest('/a/b/c');
    assert.deepEqual([found?.folder, found?.config.cloud], ['/a', 'huaweicloud']);
    assert.deepEqual(asked, ['/a/b/c', '/a/b', '/a']);
  });

  it('ends at the first folder that is a top, whose own config counts', async () => {
    assert.equal(await searchIn({ '/': HUAWEI }, ['/a']).search.nearest('/a/b'), undefined);
    assert.equal((await searchIn({ '/a': HUAWEI }, ['/a']).search.nearest('/a/b'))?.folder, '/a');
  });

  it('ends at the root', async () => {
    assert.equal(await searchIn({}).search.nearest('/a'), undefined);
  });

  it('asks each folder once, whoever comes from below', async () => {
    const { search, asked, found } = searchIn({ '/a': HUAWEI });
    await Promise.all([search.nearest('/a/b'), search.nearest('/a/c'), search.nearest('/a')]);
    assert.deepEqual(asked.sort(), ['/a', '/a/b', '/a/c']);
    assert.deepEqual(found, ['/a']);
  });

  it('reads again once it is told to forget', async () => {
    const configs: Record<string, ConfigText> = { '/a': HUAWEI };
    const { search } = searchIn(configs);
    await search.nearest('/a');
    configs['/a'] = { text: '{ "cloud": "rackspace" }' };
    assert.equal((await search.nearest('/a'))?.config.cloud, 'huaweicloud');
    search.forget();
    assert.equal((await search.nearest('/a'))?.config.cloud, 'rackspace');
  });

  it('does not tell of a config that it was told to forget meanwhile', async () => {
    const { search, found } = searchIn({ '/a': HUAWEI });
    const running = search.nearest('/a');
    search.forget();
    await running;
    assert.deepEqual(found, []);
  });

  it('takes one that cannot be read for an empty one with a problem', async () => {
    const { search } = searchIn({ '/a': { unreadable: 'It is a folder.' } });
    const found = await search.nearest('/a');
    assert.deepEqual(found?.problems, [{ message: 'It is a folder.', span: { start: 0, end: 0 } }]);
    assert.equal(found?.config.cloud, undefined);
  });
});
