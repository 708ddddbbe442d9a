import { NOVA_ACTIONS, type NovaAction } from '../mapping';
import { type Say, sayData } from './language';

/** Returns the id of an action in words, short enough for a label. It is the same in every language. */
export function labelOf(id: string): string {
  return id.replaceAll('_', ' ');
}

/** Returns the title of an action in the user's language; undefined if it equals the label. */
export function titleBeside(say: Say, { id, title }: Pick<NovaAction, 'id' | 'title'>): string | undefined {
  const said = sayData(say, title);
  return said === labelOf(id) ? undefined : said;
}

/**
 * Returns the id of an action, with its title if that adds anything: `stop`, `migrate (cold migration)`.
 *
 * @param shown the text to show instead of the id.
 */
export function sayAction(say: Say, id: string, shown: string = id): string {
  const action = NOVA_ACTIONS.find((one) => one.id === id);
  const title = action && titleBeside(say, action);
  return title === undefined ? shown : say('{text} ({more})', { text: shown, more: title });
}
