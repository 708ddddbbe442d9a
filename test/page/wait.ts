import { setTimeout as pause } from 'node:timers/promises';

/** How long the editor may take for anything on a machine with much else to do, in milliseconds. */
export const DEADLINE = 30_000;

/** Asks again and again until there is an answer; undefined at the deadline. */
export async function poll<T>(
  ask: () => Promise<T | undefined>,
  deadline = DEADLINE,
): Promise<T | undefined> {
  for (const end = Date.now() + deadline; Date.now() < end; await pause(50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Asks again and again until there is an answer; throws at the deadline. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  deadline = DEADLINE,
): Promise<T> {
  const answer = await poll(ask, deadline);
  if (answer === undefined) throw new Error(`Waited in vain for ${what}`);
  return answer;
}

/** Asks until two answers in a row, `apart` milliseconds from each other, are the same. */
export async function settled<T>(ask: () => Promise<T>, apart = 250, deadline = DEADLINE): Promise<T> {
  let before = await ask();
  for (const end = Date.now() + deadline; Date.now() < end; ) {
    await pause(apart);
    const now = await ask();
    if (JSON.stringify(now) === JSON.stringify(before)) break;
    before = now;
  }
  return before;
}
