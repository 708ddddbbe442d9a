/** How long some work goes on before others have their turn, in milliseconds. */
const STRETCH = 15;

/**
 * Lets others have their turn in a long work.
 *
 * @returns a function to call between two steps; it resolves to true where it waited.
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
