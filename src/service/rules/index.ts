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

/** The rules about servers, in the order in which they may speak: the first to speak for a field keeps it. */
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

/** Every rule by its code. */
export const RULES: ReadonlyMap<RuleCode, RuleFacts> = new Map(
  [...SERVER_RULES, unusedDirective].map((rule) => [rule.code, rule]),
);

/** The severity of a rule, its own where nobody set another; undefined for a code that names none. */
export function severityOf(set: Options['rules'], code: string): Severity | undefined {
  const rule = RULES.get(code as RuleCode);
  return rule && (set[code] ?? rule.severity);
}
