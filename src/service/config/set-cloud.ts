import { findNodeAtLocation } from 'jsonc-parser';
import type { Edit } from '../types';
import { append } from './append';
import { readConfig } from './read-config';
import { parseConfig } from './syntax';

/** A config that says nothing but the cloud. */
export function newConfigFor(cloud: string): string {
  return `{\n  "cloud": ${JSON.stringify(cloud)}\n}\n`;
}

/**
 * The edits that make a config say this cloud and leave all else in it as it is, comments too.
 *
 * @returns undefined where the config has mistakes.
 */
export function setCloud(text: string, cloud: string): Edit[] | undefined {
  const { root } = parseConfig(text);
  if (root === undefined || readConfig(text).problems.length > 0) return undefined;
  const said = findNodeAtLocation(root, ['cloud']);
  if (said) return [{ offset: said.offset, length: said.length, text: JSON.stringify(cloud) }];
  return append(text, root, `"cloud": ${JSON.stringify(cloud)}`);
}
