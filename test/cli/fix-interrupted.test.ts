import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BAD, CLI, ENV, folderWith, GOOD } from './helpers';

const NAMES = Array.from({ length: 200 }, (_, i) => `f${i}.json`);

describe('server-status check --fix, interrupted', () => {
  // On Windows a signal ends a process at once.
  const test = process.platform === 'win32' ? it.skip : it;

  test('leaves whole files, and none that is temporary', async () => {
    const folder = folderWith(Object.fromEntries(NAMES.map((name) => [name, BAD])));
    try {
      const fixed = () => NAMES.filter((name) => readFileSync(join(folder, name), 'utf8') === GOOD).length;
      const child = spawn(process.execPath, [CLI, 'check', '--fix'], {
        cwd: folder,
        env: ENV,
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      while (child.exitCode === null && fixed() < 20) await setTimeout(2);
      child.kill('SIGINT');
      await ended;
      assert.deepEqual(readdirSync(folder).sort(), [...NAMES].sort());
      for (const name of NAMES) assert.ok([BAD, GOOD].includes(readFileSync(join(folder, name), 'utf8')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
