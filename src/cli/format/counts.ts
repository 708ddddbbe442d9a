import { type Fixture, positionsIn, type Span, sayFiles, sayFindings, sayServers } from '../../service';
import type { Say } from '../../words';

/** The line that says where a file cannot be parsed: what stands around that is checked all the same. */
export function sayBroken(say: Say, path: string, { text, servers }: Fixture, place: Span): string {
  const { line } = positionsIn(text)(place.start);
  const around = sayServers(say, servers.length);
  return `${path}:${line}: ${say('cannot be parsed here; {servers} checked around it', { servers: around })}`;
}

/** The line that says what came of fixing; `dry` where nothing was written. */
export function sayFixed(say: Say, fixed: { findings: number; changed: number }, dry: boolean): string {
  const parts = { findings: sayFindings(say, fixed.findings), files: sayFiles(say, fixed.changed) };
  return `${say(dry ? '{findings} would be fixed in {files}' : '{findings} fixed in {files}', parts)}\n`;
}
