import translations from '../../l10n/bundle.l10n.zh-cn.json';
import { clouds, NOVA_ACTIONS } from '../../src/mapping';
import { DEFAULT_OPTIONS, type Options } from '../../src/service';
import { sayFrom, translateClouds } from '../../src/words';

const say = sayFrom(translations);

/** What a reader of Chinese gets where nobody said otherwise. */
export const CHINESE: Options = { ...DEFAULT_OPTIONS, say, clouds: translateClouds(say, clouds) };

/** Three words in a row that no cloud, program or document is called. */
export function englishIn(text: string): string | undefined {
  const known =
    /OpenStack Nova|Open Telekom Cloud( ECS)?|Rackspace Cloud Servers( API)?|Extended Status|ECS Statuses|《[^》]*》|`[^`]*`/g;
  return /[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/.exec(text.replace(known, '·'))?.[0];
}

/** What the state map calls Nova's actions in every language, the longest first. */
const LABELS = NOVA_ACTIONS.map(({ id }) => id.replaceAll('_', ' ')).sort((a, b) => b.length - a.length);

/** The same in a text of the state map, where actions and addresses are called what they are called. */
export function englishInMap(text: string): string | undefined {
  const label = new RegExp(`\\b(${LABELS.join('|')})\\b`, 'g');
  return englishIn(text.replace(/https?:\S+/g, '·').replace(label, '·'));
}
