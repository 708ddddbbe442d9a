import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../lsp/server';
import { foldersOf } from './config-files';
import { languageOf, languageOfLocale, type ReaderLanguage } from './reader-language';
import { readArgs, UsageError } from './usage';

const OPTIONS = {
  stdio: { type: 'boolean', default: false },
  // Clients add it. The library reads it, and ends the process when the client's has ended.
  clientProcessId: { type: 'string' },
} as const;

/**
 * Runs `server-status lsp --stdio`: serves an editor through standard input and output. The library ends the process when
 * the editor says so or closes the input.
 */
export async function lspCommand(args: string[], language: ReaderLanguage): Promise<number> {
  const { say } = language;
  const { values, positionals } = readArgs(say, args, OPTIONS);
  if (positionals.length > 0 || !values.stdio)
    throw new UsageError(say('lsp takes --stdio and no arguments: an editor starts it.'));
  const connection = createConnection(process.stdin, process.stdout);
  const machine = {
    languageFor: async (locale: string | undefined) =>
      locale === undefined || language.isNamed ? language : languageOf(languageOfLocale(locale)),
    pathOf,
    uriOf: (path: string) => pathToFileURL(path).href,
    foldersIn: foldersOf,
  };
  serve(connection, machine, process.env.SERVER_STATUS_VERSION ?? '');
  connection.listen();
  return new Promise(() => {});
}

/** Returns the path of a file's URI with forward slashes; undefined for any other URI. */
function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri).replaceAll('\\', '/');
    // Windows has no case in the names of drives, and editors write them in either.
    return path.replace(/^[a-z]:/, (drive) => drive.toUpperCase());
  } catch {
    return undefined;
  }
}
