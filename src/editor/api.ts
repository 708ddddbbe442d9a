import { deriveStatus, pairsFor } from '../mapping';
import { checkText, type FixableFinding, type Options } from '../service';
import { clouds, say } from './language';

/** What other extensions get: the mapping core, in VS Code's display language. */
export const api = {
  deriveStatus,
  pairsFor,
  clouds,
  checkText: (text: string, languageId: string, options: Partial<Options> = {}): FixableFinding[] =>
    checkText(text, languageId, { clouds, say, ...options }),
};
