import type { TextDocument } from 'vscode';
import { type Applied, applyConfig } from '../service';
import type { ConfigFiles } from './config-files';
import { settingsFor } from './settings';

/** What holds for a document: the settings, and over them its config file. Never rejects. */
export async function optionsFor(document: TextDocument, configs: ConfigFiles): Promise<Applied> {
  const found = await configs.nearest(document.uri);
  const settings = settingsFor(document);
  if (found === undefined) return { options: settings, ignored: false };
  const path = document.uri.path.slice(found.folder.path.length).replace(/^\//, '');
  return applyConfig(found.config, path, settings);
}
