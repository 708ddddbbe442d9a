import { findNodeAtLocation } from 'jsonc-parser';
import { inEnglish } from '../../words';
import type { Edit } from '../types';
import { append } from './append';
import { readConfig } from './read-config';
import { parseConfig } from './syntax';

/** What makes a config say another cloud for a file. */
export interface CloudChange {
  readonly edits: readonly Edit[];
  /** True where an override says it, which goes before the config as a whole. */
  readonly inOverride: boolean;
}

/** A config that says nothing but the cloud; undefined for `auto`, which says nothing at all. */
export function newConfigOf(cloud: string): string | undefined {
  return cloud === 'auto' ? undefined : `{\n  "cloud": ${JSON.stringify(cloud)}\n}\n`;
}

/**
 * The edits that make a config say this cloud for a file and leave all else in it as it is, comments too. They
 * change the part that has the last word: the last override for the file that names a cloud, else the config as a
 * whole.
 *
 * @param path the file's, relative to the config's folder, with forward slashes
 * @returns undefined where the config has mistakes, or has no cloud that `auto` could take back.
 */
export function setCloud(text: string, cloud: string, path: string): CloudChange | undefined {
  const { root } = parseConfig(inEnglish, text);
  const { config, problems } = readConfig(text);
  if (root === undefined || problems.length > 0) return undefined;
  // Without mistakes each override in the text is one of the config.
  const speaker = config.overrides.findLastIndex((part) => part.cloud !== undefined && part.matches(path));
  const inOverride = speaker >= 0;
  const said = findNodeAtLocation(root, inOverride ? ['overrides', speaker, 'cloud'] : ['cloud']);
  if (cloud === 'auto' && (said === undefined || said.value === 'auto')) return undefined;
  const edits = said
    ? [{ offset: said.offset, length: said.length, text: JSON.stringify(cloud) }]
    : append(text, root, `"cloud": ${JSON.stringify(cloud)}`);
  return { edits, inOverride };
}
