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
