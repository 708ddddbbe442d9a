import type { ExtensionContext } from 'vscode';
import { clouds, deriveStatus, pairsFor } from '../mapping';
import { checkText } from '../service';
import { registerCodeActions } from './code-actions';
import { registerCompletion } from './completion';
import { registerDiagnostics } from './diagnostics';
import { registerExplainFile } from './explain-file';
import { FixtureCache } from './fixture-cache';
import { registerHover } from './hover';
import { registerLookUp } from './look-up';

/**
 * Starts the extension.
 *
 * @returns the mapping core, for other extensions to use: `vscode.extensions.getExtension(…).exports`.
 */
export function activate(context: ExtensionContext) {
  const fixtures = new FixtureCache();
  context.subscriptions.push(fixtures);
  registerDiagnostics(context, fixtures);
  registerHover(context, fixtures);
  registerCompletion(context, fixtures);
  registerCodeActions(context, fixtures);
  registerLookUp(context);
  registerExplainFile(context, fixtures);
  return { deriveStatus, pairsFor, clouds, checkText };
}
