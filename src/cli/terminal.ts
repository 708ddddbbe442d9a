/** The width of an output that does not report it. */
const WIDTH = 100;

/** Tells whether standard output wants colours, by the conventions https://no-color.org and FORCE_COLOR. */
export function wantsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  return isForced() ?? process.stdout.isTTY === true;
}

/** Returns the columns of a line on standard output, or undefined if a program reads it. */
export function columnsForPeople(): number | undefined {
  const isRead = process.stdout.isTTY === true || isForced() === true;
  return isRead ? (process.stdout.columns ?? WIDTH) : undefined;
}

function isForced(): boolean | undefined {
  const forced = process.env.FORCE_COLOR;
  return forced ? forced !== '0' && forced !== 'false' : undefined;
}
