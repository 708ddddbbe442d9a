/**
 * Does some work on each item, several at a time.
 *
 * @param ahead how many are begun before the first of them is done.
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
