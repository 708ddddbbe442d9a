import { spellOut } from '../words';

/** Writes a line to standard error. */
export function tell(line: string): void {
  process.stderr.write(`server-status: ${spellOut(line)}\n`);
}
