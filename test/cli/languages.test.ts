import assert from 'node:assert/strict';
import { BAD, inFolder, run } from './helpers';

/** A server in a file of each kind. */
const FILES = {
  'a.json': BAD,
  'b.yaml': `server: ${BAD}`,
  'c_test.go': `package c\n\nvar x = \`${BAD}\`\n`,
  'test_d.py': `X = '''${BAD}'''\n`,
  'e.md': `# E\n\n\`\`\`json\n${BAD}\`\`\`\n`,
  'f.txt': BAD,
};

const filesOf = (folder: string, ...args: string[]) => {
  const { out } = run(folder, ['check', ...args, '--format', 'json']);
  return (JSON.parse(out).files as { path: string }[]).map(({ path }) => path).sort();
};

describe('The languages of server-status check', () => {
  it(
    'are searched for in a folder, sources and documents too',
    inFolder(FILES, (folder) => {
      assert.deepEqual(filesOf(folder), ['a.json', 'b.yaml', 'c_test.go', 'e.md', 'test_d.py']);
    }),
  );

  it(
    'are those that --languages names',
    inFolder(FILES, (folder) => {
      assert.deepEqual(filesOf(folder, '.', '--languages', 'go,yaml'), ['b.yaml', 'c_test.go']);
    }),
  );

  it(
    'are those that the config file names, unless --languages does',
    inFolder({ ...FILES, '.serverstatus.json': '{"languages": ["python"]}' }, (folder) => {
      assert.deepEqual(filesOf(folder), ['test_d.py']);
      assert.deepEqual(filesOf(folder, '--languages', 'markdown'), ['e.md']);
    }),
  );

  it(
    'do not matter for a file that is named',
    inFolder({ ...FILES, '.serverstatus.json': '{"languages": ["python"]}' }, (folder) => {
      assert.deepEqual(filesOf(folder, 'c_test.go', 'f.txt'), ['c_test.go', 'f.txt']);
    }),
  );

  it(
    'are known by name only',
    inFolder({}, (folder) => {
      const { code, err } = run(folder, ['check', '--languages', 'pyton']);
      assert.equal(code, 2);
      assert.match(err, /--languages must be .*python.*, not pyton/);
    }),
  );
});

describe('A file whose name tells of no language', () => {
  it(
    'is read where it is JSON or YAML to its end, or an HTTP message',
    inFolder(
      {
        'a.txt': BAD,
        b: 'server:\n  OS-EXT-STS:vm_state: active\n  status: ERROR\n',
        'c.http': `HTTP/1.1 200 OK\n\n${BAD}`,
      },
      (folder) => assert.deepEqual(filesOf(folder, 'a.txt', 'b', 'c.http'), ['a.txt', 'b', 'c.http']),
    ),
  );

  it(
    'is named by the ending before its last one',
    inFolder(
      { 'a.json.tpl': BAD.replace('null', '{{ task }}'), 'b.go.golden': FILES['c_test.go'] },
      (folder) => {
        assert.deepEqual(filesOf(folder, 'a.json.tpl', 'b.go.golden'), ['a.json.tpl', 'b.go.golden']);
      },
    ),
  );

  it(
    'is said not to be read otherwise, with exit code 2 where it was asked for',
    inFolder({ 'a.vim': `let x = '${BAD.trim()}'\n\t" OS-EXT-STS:vm_state: {\n` }, (folder) => {
      const { code, out, err } = run(folder, ['check', 'a.vim']);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^server-status: a\.vim: is not read: it is neither JSON nor YAML/m);
      assert.equal(err.match(/is not read/g)?.length, 1);
      assert.equal(run(folder, ['check', '*.vim']).code, 0);
    }),
  );
});
