import { deriveStatus, pairsFor } from '../mapping';
import { checkText, type FixableFinding, type Options } from '../service';
import { clouds, say } from './language';

/** The API for other extensions: the mapping core and the check, in VS Code's display language. */
export const api = {
  deriveStatus,
  pairsFor,
  clouds,
  checkText: (text: string, languageId: string, options: Partial<Options> = {}): FixableFinding[] =>
    checkText(text, languageId, { clouds, say, ...options }),
};
