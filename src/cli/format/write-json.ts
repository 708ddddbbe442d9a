/** Writes a list with an item on each line, as JSON.stringify does, in pieces. */
export function* writeList<T>(
  items: Iterable<T>,
  indent: number,
  write: (item: T) => Iterable<string>,
): Iterable<string> {
  const gap = `\n${' '.repeat(indent + 2)}`;
  let isEmpty = true;
  for (const item of items) {
    yield isEmpty ? `[${gap}` : `,${gap}`;
    isEmpty = false;
    yield* write(item);
  }
  yield isEmpty ? '[]' : `\n${' '.repeat(indent)}]`;
}

/** Writes a value as JSON.stringify does, for a place that is indented. */
export function writeValue(value: unknown, indent: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(indent)}`);
}
