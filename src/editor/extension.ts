import type { ExtensionContext } from 'vscode';
import { api } from './api';
import { registerCloudStatus } from './cloud-status';
import { registerCodeActions } from './code-actions';
import { registerCompletion } from './completion';
import { registerConfigDiagnostics } from './config-diagnostics';
import { ConfigFiles } from './config-files';
import { registerDiagnostics } from './diagnostics';
import { registerExplainFile } from './explain-file';
import { registerFixAll } from './fix-all';
import { FixtureCache } from './fixture-cache';
import { registerHover } from './hover';
import { registerInlayHints } from './inlay-hints';
import { registerInsertServer } from './insert-server';
import { registerLookUp } from './look-up';
import { registerOpenExample } from './open-example';
import { registerRulePages } from './rule-pages';
import { registerSelectCloud } from './select-cloud';
import { registerLanguagesKey } from './served-documents';
import { registerSetServerState } from './set-server-state';
import { registerStateMap } from './state-map';

/**
 * Starts the extension.
 *
 * @returns the mapping core, for other extensions to use: `vscode.extensions.getExtension(…).exports`.
 */
export function activate(context: ExtensionContext): typeof api {
  const fixtures = new FixtureCache();
  const configs = new ConfigFiles();
  context.subscriptions.push(fixtures, configs);
  registerLanguagesKey(context);
  registerRulePages(context);
  registerConfigDiagnostics(context, configs);
  registerDiagnostics(context, fixtures, configs);
  registerHover(context, fixtures, configs);
  registerCompletion(context, fixtures, configs);
  registerInlayHints(context, fixtures, configs);
  registerCodeActions(context, fixtures, configs);
  registerFixAll(context, fixtures, configs);
  registerSelectCloud(context, fixtures, configs);
  registerCloudStatus(context, fixtures, configs);
  registerLookUp(context, fixtures, configs);
  registerExplainFile(context, fixtures, configs);
  registerSetServerState(context, fixtures, configs);
  registerInsertServer(context, fixtures, configs);
  registerStateMap(context, fixtures, configs);
  registerOpenExample(context, fixtures);
  return api;
}
