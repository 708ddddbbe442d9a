import type { Diagnostic, Range, Uri } from 'vscode';
import { type Counted, type ListedServer, lineStarts, listServers } from '../../service';
import { sayData } from '../../words';
import { diagnosticsFor } from '../diagnostic';
import { say } from '../language';
import { rangeIn } from '../ranges';
import type { Served, ServedFixture } from '../served';
import { openDocument, readFile } from './read-file';

/** A server of the workspace, without the text it was read from. */
export interface PlacedServer extends Omit<ListedServer, 'span'> {
  readonly range: Range;
}

/** A file of the workspace after its check. */
export interface FileReport {
  readonly uri: Uri;
  readonly servers: readonly PlacedServer[];
  readonly severities: Counted['severities'];
  /** Why it could not be checked; undefined if it was. */
  readonly skipped: string | undefined;
  /** The file's diagnostics; empty for an open file, which is checked as it is edited. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks a file. Returns undefined for one that is not served or does not exist. Never rejects: a broken file must not
 * stop the check of all.
 */
export async function reportOn(uri: Uri, served: Served): Promise<FileReport | undefined> {
  try {
    const read = await readFile(uri, served);
    if (read === undefined) return undefined;
    return 'skipped' in read ? skippedReport(uri, read.skipped) : toReport(uri, read);
  } catch (error) {
    served.logUnread(uri, error);
    return skippedReport(uri, error instanceof Error ? error.message : String(error));
  }
}

function skippedReport(uri: Uri, skipped: string): FileReport {
  return { uri, servers: [], severities: [], skipped, diagnostics: [] };
}

function toReport(uri: Uri, read: ServedFixture): FileReport {
  const { fixture, options, findings } = read;
  const starts = fixture.servers.length === 0 ? [] : lineStarts(fixture.text);
  return {
    uri,
    servers: listServers(fixture, options).map(({ span, ...server }) => ({
      ...server,
      says: apart(server.says),
      states: apart(server.states),
      name: server.name && apart(server.name),
      range: rangeIn(starts, span),
    })),
    severities: findings().map(({ severity }) => severity),
    skipped: fixture.skipped === null ? undefined : sayData(say, fixture.skipped),
    diagnostics: openDocument(uri) ? [] : diagnosticsFor(uri, read),
  };
}

/** Copies a substring of a file's text. Otherwise, it would keep the whole text in memory. */
function apart(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
