import type { ExtensionContext } from 'vscode';
import { api } from './api';
import { registerCloudStatus } from './cloud-status';
import { registerCodeActions } from './code-actions';
import { registerCompletion } from './completion';
import { registerConfigDiagnostics, registerConfigFixes } from './config-diagnostics';
import { registerDiagnostics } from './diagnostics';
import { registerDocumentSymbols } from './document-symbols';
import { registerExplainFile } from './explain-file';
import { registerFixAll } from './fix-all';
import { registerForFolder } from './for-folder';
import { registerHover } from './hover';
import { registerInlayHints } from './inlay-hints';
import { registerInsertServer } from './insert-server';
import { registerLog } from './log';
import { registerLookUp } from './look-up';
import { registerOpenExample } from './open-example';
import { registerRulePages } from './rule-pages';
import { registerSelectCloud } from './select-cloud';
import { registerServed } from './served';
import { registerLanguagesKey } from './served-documents';
import { registerSetServerState } from './set-server-state';
import { registerStateMap } from './state-map';
import { registerStatusColours } from './status-colours';
import { registerCheckWorkspace } from './workspace/check-workspace';
import { registerFixWorkspace } from './workspace/fix-workspace';
import { registerServersView } from './workspace/servers-view';
import { registerTask } from './workspace/task';

/**
 * Starts the extension.
 *
 * @returns the API for other extensions: `vscode.extensions.getExtension(…).exports`.
 */
export function activate(context: ExtensionContext): typeof api {
  const log = registerLog(context);
  const served = registerServed(context, log);
  registerLanguagesKey(context);
  registerRulePages(context);
  registerConfigDiagnostics(context, served.configs);
  registerConfigFixes(context);
  registerDiagnostics(context, served);
  registerHover(context, served);
  registerCompletion(context, served);
  registerInlayHints(context, served);
  registerStatusColours(context, served);
  registerDocumentSymbols(context, served);
  registerCodeActions(context, served);
  registerForFolder(context, served);
  registerFixAll(context, served);
  registerSelectCloud(context, served);
  registerCloudStatus(context, served);
  registerLookUp(context, served);
  registerExplainFile(context, served);
  registerSetServerState(context, served);
  registerInsertServer(context, served);
  registerStateMap(context, served);
  registerOpenExample(context, served);
  const found = registerCheckWorkspace(context, served);
  registerFixWorkspace(context, served, found);
  registerServersView(context, found);
  registerTask(context, found);
  return api;
}
