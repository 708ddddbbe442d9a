import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Calls `probe` repeatedly until it returns a truthy value, and returns that. Throws at the deadline.
 *
 * @template T
 * @param {() => T | Promise<T>} probe
 * @param {{ what: string, deadline?: number, every?: number }} options times in milliseconds; `what` is for the error
 */
export async function waitFor(probe, { what, deadline = 30_000, every = 100 }) {
  const end = Date.now() + deadline;
  for (;;) {
    const result = await probe();
    if (result) return result;
    if (Date.now() > end) throw new Error(`${what}: not within ${deadline / 1000} s`);
    await pause(every);
  }
}

/** Returns a free port on loopback. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
