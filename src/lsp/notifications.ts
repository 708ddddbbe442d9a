import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { CONFIG_NAME } from '../service/config';
import { SECTION } from './settings';

/** Asks the client to tell when a config file or the settings change, as far as it can. */
export async function askForNotifications(connection: Connection, client: ClientCapabilities): Promise<void> {
  const { didChangeWatchedFiles, didChangeConfiguration } = client.workspace ?? {};
  const wanted = [
    didChangeWatchedFiles?.dynamicRegistration === true && {
      method: 'workspace/didChangeWatchedFiles',
      registerOptions: { watchers: [{ globPattern: `**/${CONFIG_NAME}` }] },
    },
    didChangeConfiguration?.dynamicRegistration === true && {
      method: 'workspace/didChangeConfiguration',
      registerOptions: { section: SECTION },
    },
  ];
  const registrations = wanted.flatMap((one) => (one ? [{ id: one.method, ...one }] : []));
  if (registrations.length === 0) return;
  // A client that refuses only tells less.
  await connection.sendRequest('client/registerCapability', { registrations }).catch(() => undefined);
}
