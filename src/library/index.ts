import { checkText as check } from '../service';
import type { CheckOptions, Finding } from './types';

export type { Cloud, Derivation, Pair, PowerState, Row, Source, Vocabulary } from '../mapping';
export { clouds, deriveStatus, pairsFor } from '../mapping';
export type { CheckOptions, Edit, Finding, Fix, Span } from './types';

/**
 * Checks the servers in a text.
 *
 * @param languageId one of VS Code's language ids, such as `json`, `yaml`, `python` or `markdown`.
 * @returns the findings in text order, with their fixes. No text makes it throw.
 * @throws Error if the options name a cloud that does not exist.
 */
export function checkText(text: string, languageId: string, options: CheckOptions = {}): Finding[] {
  return check(text, languageId, options).map(
    ({ rule, severity, cloud, message, span, server, expected, related, fixes }) => {
      return { rule, severity, cloud, message, span, server, expected, related, fixes };
    },
  );
}
