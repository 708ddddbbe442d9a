/** Writes a list piece by piece, in the layout of JSON.stringify, each item on a new line. */
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

/** Writes a value in the layout of JSON.stringify, indented. Escapes characters that control a terminal. */
export function writeValue(value: unknown, indent: number): string {
  return JSON.stringify(value, null, 2)
    .replaceAll('\n', `\n${' '.repeat(indent)}`)
    .replace(OBEYED, escaped);
}

/** Matches control and bidirectional characters that JSON.stringify does not escape. */
const OBEYED = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
