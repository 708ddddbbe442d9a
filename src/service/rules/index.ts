import { unusedDirective } from '../comments/unused-directive';
import type { Options, Severity } from '../options';
import type { RuleCode, RuleFacts } from '../types';
import { impossibleCombination } from './impossible-combination';
import { nullAsText } from './null-as-text';
import { powerState } from './power-state';
import { statusMismatch } from './status-mismatch';
import type { Rule } from './types';
import { unexpectedField } from './unexpected-field';
import { unknownStatus } from './unknown-status';
import { unknownTaskState } from './unknown-task-state';
import { unknownVmState } from './unknown-vm-state';
import { unlistedCombination } from './unlisted-combination';
import { wrongType } from './wrong-type';

/** The rules for servers, in order of precedence: only the first finding for a field is kept. */
export const SERVER_RULES: readonly Rule[] = [
  wrongType,
  nullAsText,
  unknownStatus,
  unknownVmState,
  unknownTaskState,
  statusMismatch,
  unlistedCombination,
  impossibleCombination,
  powerState,
  unexpectedField,
];

/** All rules by code. */
export const RULES: ReadonlyMap<RuleCode, RuleFacts> = new Map(
  [...SERVER_RULES, unusedDirective].map((rule) => [rule.code, rule]),
);

/** Returns the configured or else the default severity of a rule; undefined for an unknown code. */
export function severityOf(set: Options['rules'], code: string): Severity | undefined {
  const rule = RULES.get(code as RuleCode);
  return rule && (set[code] ?? rule.severity);
}
