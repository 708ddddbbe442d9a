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

/** Writes a value as JSON.stringify does, for a place that is indented; what a terminal would obey as escapes. */
export function writeValue(value: unknown, indent: number): string {
  return JSON.stringify(value, null, 2)
    .replaceAll('\n', `\n${' '.repeat(indent)}`)
    .replace(OBEYED, escaped);
}

/** Control characters that JSON leaves as they are, and what turns a line around. */
const OBEYED = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
