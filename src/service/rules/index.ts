import type { Rule } from '../types';
import { impossibleCombination } from './impossible-combination';
import { nullAsText } from './null-as-text';
import { powerState } from './power-state';
import { statusMismatch } from './status-mismatch';
import { unexpectedField } from './unexpected-field';
import { unknownStatus } from './unknown-status';
import { unknownTaskState } from './unknown-task-state';
import { unknownVmState } from './unknown-vm-state';
import { unlistedCombination } from './unlisted-combination';
import { wrongType } from './wrong-type';

/** The rules about servers, in the order in which they may speak: the first to speak for a field keeps it. */
export const rules: readonly Rule[] = [
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
