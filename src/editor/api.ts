import { deriveStatus, pairsFor } from '../mapping';
import { checkText, type Finding, type Options } from '../service';
import { clouds, say } from './language';

/** What other extensions get: the mapping core, in VS Code's display language. */
export const api = {
  deriveStatus,
  pairsFor,
  clouds,
  checkText: (text: string, languageId: string, options: Partial<Options> = {}): Finding[] =>
    checkText(text, languageId, { clouds, say, ...options }),
};
