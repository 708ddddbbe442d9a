import type { Node } from 'jsonc-parser';
import { RULES } from '../check';
import { sayValue } from '../say';
import { type Options, SEVERITIES } from '../types';
import { membersOf, nearestOrKnown, spanOf, textOf } from './nodes';
import type { Report } from './types';

/** Reads severities by rule. Reported: codes and severities that are not there. */
export function readRules(node: Node, report: Report): Options['rules'] {
  const codes: readonly string[] = [...RULES.keys()];
  const entries = membersOf(node, 'rules', report).flatMap(({ key, keySpan, value }) => {
    if (!codes.includes(key)) {
      report(`There is no rule called ${sayValue(key)}${nearestOrKnown(codes, key)}`, keySpan);
      return [];
    }
    const word = textOf(value, `The severity of ${key}`, report);
    const severity = SEVERITIES.find((other) => other === word);
    if (word !== undefined && severity === undefined) {
      report(
        `There is no severity called ${sayValue(word)}${nearestOrKnown(SEVERITIES, word)}`,
        spanOf(value),
      );
    }
    return severity === undefined ? [] : [[key, severity] as const];
  });
  return Object.fromEntries(entries);
}
