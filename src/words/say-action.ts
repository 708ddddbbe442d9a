import { NOVA_ACTIONS, type NovaAction } from '../mapping';
import { type Say, sayData } from './language';

/** The id of an action in words, short enough for a label. It is the same in every language. */
export function labelOf(id: string): string {
  return id.replaceAll('_', ' ');
}

/** The title of an action in the reader's language; undefined where it is the label over again. */
export function titleBeside(say: Say, { id, title }: Pick<NovaAction, 'id' | 'title'>): string | undefined {
  const said = sayData(say, title);
  return said === labelOf(id) ? undefined : said;
}

/**
 * The id of an action, and its title where that says more: `stop`, `migrate (cold migration)`.
 *
 * @param shown the id as it is to be shown, where not as it is
 */
export function sayAction(say: Say, id: string, shown: string = id): string {
  const action = NOVA_ACTIONS.find((one) => one.id === id);
  const title = action && titleBeside(say, action);
  return title === undefined ? shown : say('{text} ({more})', { text: shown, more: title });
}
