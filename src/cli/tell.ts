import { spellOut } from '../words';

/** A line for people, on standard error. */
export function tell(line: string): void {
  process.stderr.write(`server-status: ${spellOut(line)}\n`);
}
