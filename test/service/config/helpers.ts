import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../../src/service';
import { type Applied, applyConfig, type Config, readConfig } from '../../../src/service/config';

/** The example of the documents. */
export const EXAMPLE = `{ "cloud": "auto",
  "rules": { "impossible-combination": "off" },
  "ignore": ["**/negative/**"],
  "overrides": [ { "files": ["huawei/**"], "cloud": "huaweicloud", "rules": {} } ],
  "clouds": { "mycloud": { "extends": "openstack", "title": "My cloud", "statuses": {"FROZEN": "Unpaid."},
    "vmStates": {}, "taskStates": {}, "unlisted": "default",
    "rows": [ {"vmState": "active", "taskState": "freezing", "status": "FROZEN"} ] } } }`;

/** A config without a mistake. */
export function soundConfig(value: unknown): Config {
  const { config, problems } = readConfig(typeof value === 'string' ? value : JSON.stringify(value));
  assert.deepEqual(problems, []);
  return config;
}

/** What a config without a mistake makes of a file, over what holds where nobody says anything. */
export function applied(value: unknown, path: string, base = DEFAULT_OPTIONS): Applied {
  return applyConfig(soundConfig(value), path, base);
}

/** Takes the marks ⟦ and ⟧ out of a text, and gives the spans between them. */
export function unmark(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') start = text.length;
    else if (part === '⟧') spans.push({ start, end: text.length });
    else text += part;
  }
  return { text, spans };
}
