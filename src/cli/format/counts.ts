import { type Fixture, positionsIn, type Span, sayFiles, sayFindings, sayServers } from '../../service';
import type { Say } from '../../words';

/** Returns the line that names the place where parsing failed. The servers around it are checked. */
export function sayBroken(say: Say, path: string, { text, servers }: Fixture, place: Span): string {
  const { line } = positionsIn(text)(place.start);
  const around = sayServers(say, servers.length);
  return `${path}:${line}: ${say('cannot be parsed here; {servers} checked around it', { servers: around })}`;
}

/** Returns the line that counts the fixes; `dry` if nothing was written. */
export function sayFixed(say: Say, fixed: { findings: number; changed: number }, dry: boolean): string {
  const parts = { findings: sayFindings(say, fixed.findings), files: sayFiles(say, fixed.changed) };
  return `${say(dry ? '{findings} would be fixed in {files}' : '{findings} fixed in {files}', parts)}\n`;
}
