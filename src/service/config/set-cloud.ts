import { findNodeAtLocation } from 'jsonc-parser';
import { inEnglish } from '../../words';
import type { Edit } from '../types';
import { append } from './append';
import { readConfig } from './read-config';
import { parseConfig } from './syntax';

/** A change of a config that sets the cloud of a file. */
export interface CloudChange {
  readonly edits: readonly Edit[];
  /** True if an override sets it, which takes precedence over the config's top level. */
  readonly inOverride: boolean;
}

/** Returns a config that only sets the cloud; undefined for `auto`, which needs no config. */
export function newConfigOf(cloud: string): string | undefined {
  return cloud === 'auto' ? undefined : `{\n  "cloud": ${JSON.stringify(cloud)}\n}\n`;
}

/**
 * Returns the edits that set the cloud of a file in a config. They change the part that applies: the last matching
 * override with a cloud, or else the top level. Everything else stays, including comments.
 *
 * @param path relative to the config's folder, with forward slashes.
 * @returns undefined if the config has mistakes, or names no cloud for `auto` to replace.
 */
export function setCloud(text: string, cloud: string, path: string): CloudChange | undefined {
  const { root } = parseConfig(inEnglish, text);
  const { config, problems } = readConfig(text);
  if (root === undefined || problems.length > 0) return undefined;
  // In a valid config, the overrides have the same indices as in the text.
  const speaker = config.overrides.findLastIndex((part) => part.cloud !== undefined && part.matches(path));
  const inOverride = speaker >= 0;
  const said = findNodeAtLocation(root, inOverride ? ['overrides', speaker, 'cloud'] : ['cloud']);
  if (cloud === 'auto' && (said === undefined || said.value === 'auto')) return undefined;
  const edits = said
    ? [{ offset: said.offset, length: said.length, text: JSON.stringify(cloud) }]
    : append(text, root, `"cloud": ${JSON.stringify(cloud)}`);
  return { edits, inOverride };
}
