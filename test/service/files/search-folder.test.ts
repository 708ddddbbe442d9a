import assert from 'node:assert/strict';
import { type Entry, endingsOf, searchFolder, type Tree, withEndings } from '../../../src/service/files';

const FIXTURES = withEndings(endingsOf(['json', 'yaml']));

/** A tree in memory, by its files' whole paths and texts, that notes which folders were looked into. */
function treeOf(files: Readonly<Record<string, string>>): Tree & { readonly listed: string[] } {
  const listed: string[] = [];
  const below = (folder: string) => {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    return Object.keys(files)
      .filter((file) => file.startsWith(prefix))
      .map((file) => file.slice(prefix.length));
  };
  return {
    listed,
    async list(folder) {
      listed.push(folder);
      if (files[`${folder}/`] !== undefined) throw new Error('closed');
      const names = new Map<string, Entry['kind']>();
      for (const path of below(folder))
        names.set(path.split('/')[0] ?? '', path.includes('/') ? 'folder' : 'file');
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
    text: async (file) => files[file],
    has: async (path) => files[path] !== undefined || below(path).length > 0,
  };
}

describe('Searching a folder for fixtures', () => {
  it('finds the files of the languages, in order, and no config', async () => {
    const tree = treeOf({
      '/r/b.YAML': '',
      '/r/a/x.json': '',
      '/r/a/readme.txt': '',
      '/r/.serverstatus.json': '',
      '/r/node_modules/m/a.json': '',
    });
    assert.deepEqual((await searchFolder(tree, '/r', FIXTURES)).files, ['a/x.json', 'b.YAML']);
  });

  it('does not look into a folder that .gitignore leaves out', async () => {
    const tree = treeOf({ '/r/.gitignore': 'out/\n', '/r/out/a.json': '', '/r/src/a.json': '' });
    assert.deepEqual((await searchFolder(tree, '/r', FIXTURES)).files, ['src/a.json']);
    assert.ok(!tree.listed.includes('/r/out'));
  });

  it('lets an inner .gitignore take back what an outer one leaves out', async () => {
    const tree = treeOf({
      '/r/.gitignore': '*.json\n',
      '/r/kept/.gitignore': '!*.json\n',
      '/r/kept/a.json': '',
      '/r/b.json': '',
    });
    assert.deepEqual((await searchFolder(tree, '/r', FIXTURES)).files, ['kept/a.json']);
  });

  it('obeys an inner .gitignore at any depth', async () => {
    const tree = treeOf({
      '/r/a/.gitignore': 'x.json\n',
      '/r/a/b/.gitignore': 'y.json\n',
      '/r/a/b/c/x.json': '',
      '/r/a/b/c/y.json': '',
      '/r/a/b/c/z.json': '',
      '/r/a/y.json': '',
      '/r/x.json': '',
    });
    assert.deepEqual((await searchFolder(tree, '/r', FIXTURES)).files, [
      'a/b/c/z.json',
      'a/y.json',
      'x.json',
    ]);
  });

  it('does not follow a link', async () => {
    const tree = treeOf({ '/r/a.json': '' });
    const list = async (folder: string) => [
      ...(await tree.list(folder)),
      { name: 'b.json', kind: 'other' as const },
    ];
    assert.deepEqual((await searchFolder({ ...tree, list }, '/r', FIXTURES)).files, ['a.json']);
  });

  it('obeys the .gitignore files above, up to the repository', async () => {
    const tree = treeOf({
      '/.gitignore': '*.yaml\n',
      '/repo/.git/HEAD': '',
      '/repo/.gitignore': '/in/generated/\n',
      '/repo/in/generated/a.json': '',
      '/repo/in/b.json': '',
      '/repo/in/c.yaml': '',
    });
    assert.deepEqual((await searchFolder(tree, '/repo/in', FIXTURES)).files, ['b.json', 'c.yaml']);
  });

  it('obeys .gitignore to the letter, as Git does', async () => {
    const tree = treeOf({ '/r/.gitignore': 'Build/\n', '/r/build/a.json': '', '/r/Build/b.json': '' });
    assert.deepEqual((await searchFolder(tree, '/r', FIXTURES)).files, ['build/a.json']);
  });

  it('looks into no folder in which nothing is wanted', async () => {
    const tree = treeOf({ '/r/a/a.json': '', '/r/b/b.json': '' });
    const wanted = { file: () => true, folder: (path: string) => path === 'a' };
    assert.deepEqual((await searchFolder(tree, '/r', wanted)).files, ['a/a.json']);
    assert.deepEqual(tree.listed, ['/r', '/r/a']);
  });

  it('searches a drive, whose root ends in a slash', async () => {
    const tree = treeOf({ 'C:/.gitignore': 'a.json\n', 'C:/a.json': '', 'C:/x/b.json': '' });
    assert.deepEqual((await searchFolder(tree, 'C:/', FIXTURES)).files, ['x/b.json']);
  });

  it('says where .gitignore leaves out every file', async () => {
    const tree = treeOf({ '/r/.gitignore': 'a.json\n', '/r/a.json': '' });
    assert.equal((await searchFolder(tree, '/r', FIXTURES)).isAllIgnored, true);
  });

  it('says nothing of it where what is left out holds no such file', async () => {
    const tree = treeOf({ '/r/.gitignore': 'out/\n', '/r/out/a.txt': '' });
    assert.equal((await searchFolder(tree, '/r', FIXTURES)).isAllIgnored, false);
  });

  it('names a folder that cannot be read, and searches the others', async () => {
    const tree = treeOf({ '/r/shut/': '', '/r/shut/a.json': '', '/r/open/b.json': '' });
    const { files, unread } = await searchFolder(tree, '/r', FIXTURES);
    assert.deepEqual(files, ['open/b.json']);
    assert.deepEqual(
      unread.map(({ path }) => path),
      ['shut'],
    );
  });

  it('ends when nobody wants it any longer', async () => {
    const tree = treeOf({ '/r/a/a.json': '', '/r/b/b.json': '' });
    await searchFolder(tree, '/r', FIXTURES, () => tree.listed.length < 1);
    assert.deepEqual(tree.listed, ['/r']);
  });
});
