import { type Say, sayAll, saySource } from '../words';
import { taskWords } from './say-map';
import type { MapAction, StateMap } from './types';

/** Renders the map as a Mermaid state diagram: the transitions, and the statuses in each vm_state. */
export function renderMermaid(say: Say, map: StateMap): string {
  const { rows } = map;
  // Words such as `end` are keywords in Mermaid, and custom clouds can use any name.
  const ids = new Map(
    rows.map(({ vmState }, index) => [vmState, `s${index}_${(vmState ?? 'other').replace(/\W/g, '_')}`]),
  );
  const way = (from: string, to: string, actions: readonly MapAction[]) =>
    `  ${from} --> ${ids.get(to)} : ${clean(
      sayAll(
        say,
        actions.map(({ label }) => label),
      ),
    )}`;
  return [
    '---',
    `title: ${JSON.stringify(say('States of {cloud}', { cloud: map.cloud.title }))}`,
    '---',
    'stateDiagram-v2',
    ...map.sources.map((source) => `  %% ${clean(saySource(say, source))}: ${source.url}`),
    ...rows.map(
      ({ vmState }) => `  state "${clean(vmState ?? say('any other vm_state'))}" as ${ids.get(vmState)}`,
    ),
    ...rows.flatMap(({ vmState, cells }) =>
      cells.map((cell) => {
        const more = sayAll(say, taskWords(say, cell));
        return `  ${ids.get(vmState)} : ${clean(say('{text} ({more})', { text: cell.status, more }))}`;
      }),
    ),
    ...map.transitions.map(({ from, to, actions }) =>
      way(from === null ? '[*]' : (ids.get(from) ?? '[*]'), to, actions),
    ),
    ...(map.anywhere.length > 0 ? [`  state "${say('every vm_state')}" as every`] : []),
    ...map.anywhere.map(({ to, actions }) => way('every', to, actions)),
    ...map.notes.map((note) => `  %% ${clean(note)}`),
    '',
  ].join('\n');
}

/** Escapes the characters that end a text in Mermaid, with its entities. Control characters become blanks. */
function clean(text: string): string {
  return text.replace(/[#;:"<>{}\p{Cc}]/gu, (char) =>
    /\p{Cc}/u.test(char) ? ' ' : `#${char.charCodeAt(0)};`,
  );
}
