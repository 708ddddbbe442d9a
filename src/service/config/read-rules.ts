import type { Node } from 'jsonc-parser';
import { type Options, SEVERITIES } from '../options';
import { RULES } from '../rules';
import { membersOf, noteUnknown, spanOf, textOf } from './nodes';
import type { Notes } from './types';

/** Reads severities by rule. Reports unknown codes and severities. */
export function readRules(node: Node, notes: Notes): Options['rules'] {
  const codes: readonly string[] = [...RULES.keys()];
  const entries = membersOf(node, 'rules', notes).flatMap(({ key, keySpan, value }) => {
    if (!codes.includes(key)) {
      noteUnknown('Unknown rule {name}.', codes, key, keySpan, notes);
      return [];
    }
    const word = textOf(value, notes.say('The severity of {rule}', { rule: key }), notes);
    const severity = SEVERITIES.find((other) => other === word);
    if (word !== undefined && severity === undefined) {
      noteUnknown('Unknown severity {name}.', SEVERITIES, word, spanOf(value), notes);
    }
    return severity === undefined ? [] : [[key, severity] as const];
  });
  return Object.fromEntries(entries);
}
