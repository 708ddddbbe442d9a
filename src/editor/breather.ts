import type { Steps } from '../service';

/** How long work may block other tasks, in milliseconds. */
const STRETCH = 15;

/**
 * Lets other tasks run during long work.
 *
 * @returns a function to call between two steps. It resolves to true if it yielded.
 */
export function breather(): () => Promise<boolean> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < STRETCH) return false;
    await new Promise((resolve) => setTimeout(resolve));
    since = Date.now();
    return true;
  };
}

/**
 * Does long work, and lets other tasks run between its steps.
 *
 * @param isWanted tells whether somebody still waits for the result.
 * @returns undefined if nobody does.
 */
export async function inSteps<T>(steps: Steps<T>): Promise<T>;
export async function inSteps<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | undefined>;
export async function inSteps<T>(steps: Steps<T>, isWanted = () => true): Promise<T | undefined> {
  const breathe = breather();
  for (;;) {
    const step = steps.next();
    await breathe();
    if (step.done) return step.value;
    if (!isWanted()) return undefined;
  }
}
