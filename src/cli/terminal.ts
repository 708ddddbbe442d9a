/** How wide a line is taken to be where nobody says. */
const WIDTH = 100;

/** Whether standard output wants colours. The usual agreements: https://no-color.org and FORCE_COLOR. */
export function wantsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  return isForced() ?? process.stdout.isTTY === true;
}

/** The columns of a line on standard output where a person reads it; undefined where a program does. */
export function columnsForPeople(): number | undefined {
  const isRead = process.stdout.isTTY === true || isForced() === true;
  return isRead ? (process.stdout.columns ?? WIDTH) : undefined;
}

function isForced(): boolean | undefined {
  const forced = process.env.FORCE_COLOR;
  return forced ? forced !== '0' && forced !== 'false' : undefined;
}
