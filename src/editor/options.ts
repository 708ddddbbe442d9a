import type { TextDocument, Uri } from 'vscode';
import { type Applied, applyConfig } from '../service';
import type { ConfigFiles } from './config-files';
import { settingsFor } from './settings';

/** What holds for a document: the settings, and over them its config file. Never rejects. */
export async function optionsFor(document: TextDocument, configs: ConfigFiles): Promise<Applied> {
  const found = await configs.nearest(document.uri);
  const settings = settingsFor(document);
  if (found === undefined) return { options: settings, ignored: false };
  return applyConfig(found.config, pathIn(found.folder, document), settings);
}

/** The path of a document from a folder above it, with forward slashes. */
export function pathIn(folder: Uri, { uri }: TextDocument): string {
  return uri.path.slice(folder.path.length).replace(/^\//, '');
}
