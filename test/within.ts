import assert from 'node:assert/strict';

/**
 * Asserts that work takes no longer than so many seconds of the processor. Those of the clock would also count what
 * else the machine has to do.
 */
export function within<T>(seconds: number, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1e6 <= seconds, `took ${(user + system) / 1e6} s, not ${seconds}`);
  return result;
}
