import { commands, type ExtensionContext, type LogOutputChannel, window } from 'vscode';

export type Log = LogOutputChannel;

/**
 * Opens the log "Server Status": which files were read or ignored, why, and every error with its stack.
 * `serverStatus.showLog` shows it.
 */
export function registerLog({ subscriptions }: ExtensionContext): Log {
  const log = window.createOutputChannel('Server Status', { log: true });
  subscriptions.push(
    log,
    commands.registerCommand('serverStatus.showLog', () => log.show()),
  );
  return log;
}

/** Logs an error with its stack; the caller goes on. */
export function logError(log: Log, what: string, error: unknown): void {
  log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
