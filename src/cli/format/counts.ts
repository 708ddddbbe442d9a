import { type Fixture, positionsIn, type Span } from '../../service';
import { type Say, sayAll, type Text } from '../../words';
import type { Summary } from '../report';

/** The line behind the findings: how many of each severity, and in how much. */
export function sayCounts(say: Say, summary: Summary): string {
  const { files, servers, errors, warnings, informations, hints, skipped } = summary;
  const bySeverity = sayAll(say, [
    counted(say, errors, '{count} error', '{count} errors'),
    counted(say, warnings, '{count} warning', '{count} warnings'),
    say('{count} information', { count: informations }),
    counted(say, hints, '{count} hint', '{count} hints'),
  ]);
  const read = say('{servers} in {files}', {
    servers: counted(say, servers, '{count} server', '{count} servers'),
    files: sayFiles(say, files),
  });
  const parts = [bySeverity, read];
  if (skipped > 0) parts.push(say('{files} skipped', { files: sayFiles(say, skipped) }));
  return `${parts.reduce((list, next) => say('{list}; {next}', { list, next }))}\n`;
}

/** The line that says where a file cannot be parsed: what stands around that is checked all the same. */
export function sayBroken(say: Say, path: string, { text, servers }: Fixture, place: Span): string {
  const around = counted(say, servers.length, '{count} server', '{count} servers');
  const { line } = positionsIn(text)(place.start);
  return `${path}:${line}: ${say('cannot be parsed here; {servers} checked around it', { servers: around })}`;
}

/** The line that says what came of fixing; `dry` where nothing was written. */
export function sayFixed(say: Say, fixed: { findings: number; changed: number }, dry: boolean): string {
  const parts = {
    findings: sayFindings(say, fixed.findings),
    files: sayFiles(say, fixed.changed),
  };
  return `${say(dry ? '{findings} would be fixed in {files}' : '{findings} fixed in {files}', parts)}\n`;
}

/** `1 finding`, `2 findings`. */
export function sayFindings(say: Say, count: number): string {
  return counted(say, count, '{count} finding', '{count} findings');
}

function sayFiles(say: Say, count: number): string {
  return counted(say, count, '{count} file', '{count} files');
}

function counted(say: Say, count: number, one: Text, many: Text): string {
  return say(count === 1 ? one : many, { count });
}
