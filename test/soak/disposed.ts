import { setTimeout } from 'node:timers/promises';
import { commands, type ExtensionContext } from 'vscode';
import { hoversAt, openFile } from '../host/editor';
import { ourDiagnostics } from './sample';

/** What test/run/soak.mjs wraps the extension for. */
declare global {
  var serverStatusContext: ExtensionContext | undefined;
}

/** Disposes what the extension registered, as VS Code does when it ends it, and says what is left of it. */
export async function leftAfterDeactivation(): Promise<string[]> {
  const { subscriptions } = globalThis.serverStatusContext ?? { subscriptions: [] };
  if (subscriptions.length === 0) return ['The extension was not started'];
  const left: string[] = [];
  for (const one of subscriptions.splice(0)) {
    try {
      one.dispose();
    } catch (error) {
      left.push(`a disposal throws ${error}`);
    }
  }
  // What VS Code adds to a view goes with the manifest.
  const registered = (await commands.getCommands(true)).filter((name) => /^serverStatus\.\w+$/.test(name));
  if (registered.length > 0) left.push(`commands: ${registered.join(', ')}`);
  const hovers = await openWrong();
  const diagnostics = ourDiagnostics();
  if (diagnostics.length > 0) left.push(`${diagnostics.length} diagnostics`);
  if (hovers.length > 0) left.push(`hovers: ${hovers}`);
  return left;
}

/** Opens a fixture with a finding, gives everybody time to speak of it, and returns the hovers over its status. */
async function openWrong(): Promise<string[]> {
  const text = 'OS-EXT-STS:vm_state: active\nOS-EXT-STS:task_state: null\nstatus: ERROR\n';
  const { document } = await openFile('wrong.yaml', text);
  await setTimeout(1000);
  return hoversAt(document, text.indexOf('ERROR'));
}
