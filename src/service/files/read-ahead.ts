/**
 * Processes items, several at a time.
 *
 * @param ahead the maximum number of items in progress.
 * @returns the results in the order of the items.
 */
export async function* readAhead<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  ahead: number,
): AsyncIterable<R> {
  const begun: Promise<R>[] = [];
  for (const [i, item] of items.entries()) {
    begun.push(work(item));
    if (i + 1 < ahead) continue;
    yield await (begun.shift() as Promise<R>);
  }
  for (const result of begun) yield await result;
}
