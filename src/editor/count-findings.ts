import { check, type RuleCode } from '../service';
import type { ServedFixture } from './served';

/** The number of findings in some files, now and after a change of the config. */
export interface FindingCounts {
  /** With the current config. */
  readonly now: number;
  /** The findings of each rule. */
  readonly byRule: ReadonlyMap<RuleCode, number>;
  /** The findings if the config named a cloud, by its id. A file that names a cloud itself keeps it. */
  readonly byCloud: ReadonlyMap<string, number>;
}

export const NO_FINDINGS: FindingCounts = { now: 0, byRule: new Map(), byCloud: new Map() };

/** Adds the findings of a file. */
export function withFile(
  counts: FindingCounts,
  { fixture, options, findings }: ServedFixture,
): FindingCounts {
  const found = findings();
  const byRule = new Map(counts.byRule);
  for (const { rule } of found) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  const byCloud = new Map(counts.byCloud);
  for (const cloud of fixture.servers.length > 0 ? fixture.clouds.keys() : []) {
    const under = check(fixture, { ...options, cloud, cloudFrom: 'config' });
    byCloud.set(cloud, (byCloud.get(cloud) ?? 0) + under.length);
  }
  return { now: counts.now + found.length, byRule, byCloud };
}
