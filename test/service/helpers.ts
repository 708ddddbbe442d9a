import assert from 'node:assert/strict';
import { type Cloud, clouds } from '../../src/mapping';
import {
  checkText,
  DEFAULT_OPTIONS,
  type Edit,
  type Finding,
  type FixableFinding,
  type Options,
} from '../../src/service';

/** A server's fields as they stand in the file: undefined for a key that is not there. */
export interface Written {
  vmState?: unknown;
  taskState?: unknown;
  status?: unknown;
  powerState?: unknown;
  [more: string]: unknown;
}

/** The server in JSON, with the keys of the compute API. */
export function json({ vmState, taskState, status, powerState, ...more }: Written): string {
  return JSON.stringify(
    {
      ...more,
      status,
      'OS-EXT-STS:vm_state': vmState,
      'OS-EXT-STS:task_state': taskState,
      'OS-EXT-STS:power_state': powerState,
    },
    null,
    2,
  );
}

/** The same server in YAML, in block style. */
export function yaml(written: Written): string {
  return Object.entries(JSON.parse(json(written)))
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

/** The findings of a server under a cloud that somebody chose. */
export function chosen(cloud: string, written: Written): FixableFinding[] {
  return checkText(json(written), 'json', { cloud });
}

/** The findings of a server whose own fields name the cloud. */
export function recognised(mark: Written, written: Written): FixableFinding[] {
  return checkText(json({ ...mark, ...written }), 'json');
}

/** The findings of a server that nothing says a cloud of. */
export function unnamed(written: Written): FixableFinding[] {
  return checkText(json(written), 'json');
}

/** What names a cloud in a server. */
export const MARKS = {
  huaweicloud: { links: [{ rel: 'self', href: 'https://ecs.eu-west-101.myhuaweicloud.com/v2/servers/1' }] },
  opentelekomcloud: { links: [{ rel: 'self', href: 'https://ecs.eu-de.otc.t-systems.com/v2.1/servers/1' }] },
  rackspace: { links: [{ rel: 'self', href: 'https://ord.servers.api.rackspacecloud.com/v2/1/servers/1' }] },
};

/** Asserts which rules speak, in the order of the text, with their severities. */
export function assertFindings(findings: readonly Finding[], ...expected: string[]): void {
  assert.deepEqual(
    findings.map(({ rule, severity }) => `${severity} ${rule}`),
    expected,
  );
}

/** Asserts that one rule has exactly one finding, and gives it. */
export function only(findings: readonly FixableFinding[], rule: string): FixableFinding {
  const found = findings.filter((finding) => finding.rule === rule);
  assert.equal(found.length, 1, `${found.length} findings of ${rule}, not one`);
  return found[0] as FixableFinding;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (changed, { offset, length, text: put }) =>
        changed.slice(0, offset) + put + changed.slice(offset + length),
      text,
    );
}

/** Splits a text at its cursor mark `|`. */
export function atCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  assert.ok(offset >= 0, 'there is a cursor');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export function optionsOf(options: Partial<Options>): Options {
  return { ...DEFAULT_OPTIONS, ...options };
}

export function cloudCalled(id: string): Cloud {
  const cloud = clouds.get(id);
  assert.ok(cloud, id);
  return cloud;
}
