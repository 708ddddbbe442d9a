import type { Node } from 'jsonc-parser';
import { type Cloud, type CloudDefinition, DEFAULT_CLOUD, resolveClouds } from '../../mapping';
import { inEnglish, quote, type Say, sayList, sayValue, type Text } from '../../words';
import {
  cleanText,
  knownMembers,
  type Member,
  membersOf,
  noteType,
  noteUnknown,
  spanOf,
  textOf,
} from './nodes';
import { readRows } from './read-rows';
import type { Notes } from './types';

export const CLOUD_KEYS = [
  'extends',
  'title',
  'statuses',
  'vmStates',
  'taskStates',
  'rows',
  'unlisted',
] as const;
/** The rules for pairs without a row. */
export const UNLISTED = ['default', 'UNKNOWN', 'silent'] as const;

/** The characters of an id, which a comment in a fixture must be able to name. */
const ID = /^[\w.-]+$/;

const SILENT: Notes = { say: inEnglish, add: () => {} };

/** A cloud without its rows, with the nodes that can only be checked together with the other clouds. */
interface Draft {
  readonly definition: CloudDefinition;
  readonly extendsNode: Node | undefined;
  readonly rowsNode: Node | undefined;
}

/** How many clouds a config may have: each copies the data that it extends, so a chain grows quadratically. */
export const MAX_CLOUDS = 100;

/** Returns the ids of a config's custom clouds, whether they are valid or not. */
export function ownCloudIds(node: Node): string[] {
  const members = node.type === 'object' ? membersOf(node, 'clouds', SILENT) : [];
  return members.slice(0, MAX_CLOUDS).map(({ key }) => key);
}

/**
 * Reads a config's custom clouds.
 *
 * @returns the given clouds, followed by the valid custom ones.
 */
export function readClouds(
  node: Node,
  bases: ReadonlyMap<string, Cloud>,
  notes: Notes,
): ReadonlyMap<string, Cloud> {
  const all = membersOf(node, 'clouds', notes);
  const members = all.slice(0, MAX_CLOUDS);
  const next = all[MAX_CLOUDS];
  if (next) {
    const message = notes.say(
      'A config can define at most {most} clouds; this one and those after it are ignored.',
      {
        most: MAX_CLOUDS,
      },
    );
    notes.add(message, next.keySpan);
  }
  const drafts = new Map(
    members
      .map((member) => [member.key, readDraft(member, bases, notes)] as const)
      .filter((entry): entry is [string, Draft] => entry[1] !== undefined),
  );
  const ids = [...new Set([...bases.keys(), ...members.map(({ key }) => key)])];
  const sound = [...drafts.values()].filter((draft) => isRooted(draft, drafts, bases, ids, notes));
  // Rows are read last, as they may use the values of the clouds they extend.
  const bare = resolveClouds(
    sound.map(({ definition }) => definition),
    bases,
  );
  return resolveClouds(
    sound.map(({ definition, rowsNode }) => {
      const rows = rowsNode ? readRows(rowsNode, bare.get(definition.id) as Cloud, notes) : [];
      return { ...definition, rows };
    }),
    bases,
  );
}

function readDraft(
  { key: id, keySpan, value }: Member,
  bases: ReadonlyMap<string, Cloud>,
  notes: Notes,
): Draft | undefined {
  const problem = idProblem(id, bases);
  if (problem !== undefined) notes.add(notes.say(problem, { id }), keySpan);
  const keys = knownMembers(value, notes.say('The cloud {id}', { id: quote(id) }), CLOUD_KEYS, notes);
  const base = keys.extends && textOf(keys.extends, 'extends', notes);
  const title = keys.title && textOf(keys.title, 'title', notes);
  const unlisted = keys.unlisted && readUnlisted(keys.unlisted, notes);
  const definition: CloudDefinition = {
    id,
    title: title || id,
    ...(base === undefined ? {} : { extends: base }),
    ...(unlisted === undefined ? {} : { unlisted }),
    statuses: keys.statuses ? readVocabulary(keys.statuses, 'statuses', notes) : {},
    vmStates: keys.vmStates ? readVocabulary(keys.vmStates, 'vmStates', notes) : {},
    taskStates: keys.taskStates ? readVocabulary(keys.taskStates, 'taskStates', notes) : {},
    // The power_states come from the hypervisor and are the same in every cloud.
    ...(base === undefined ? { powerStates: bases.get(DEFAULT_CLOUD)?.powerStates ?? [] } : {}),
  };
  // A cloud without a valid base would report wrong findings for every server.
  const isSound = problem === undefined && value.type === 'object' && !(keys.extends && base === undefined);
  return isSound ? { definition, extendsNode: keys.extends, rowsNode: keys.rows } : undefined;
}

function idProblem(id: string, bases: ReadonlyMap<string, Cloud>): Text | undefined {
  if (id === 'auto') return 'auto is no name for a cloud: it leaves the choice to the file.';
  if (bases.has(id)) {
    return 'A cloud {id} already exists. Rename this one and let it extend {id}.';
  }
  if (!ID.test(id))
    return 'The id of a cloud can contain only letters, digits, dots, hyphens and underscores.';
  return undefined;
}

function readUnlisted(node: Node, notes: Notes): CloudDefinition['unlisted'] {
  const word = textOf(node, 'unlisted', notes);
  const policy = UNLISTED.find((other) => other === word);
  if (word !== undefined && policy === undefined) {
    const message = notes.say('unlisted must be {known}, not {word}.', {
      known: sayList(notes.say, UNLISTED),
      word: quote(word),
    });
    notes.add(message, spanOf(node));
  }
  return policy;
}

function readVocabulary(node: Node, what: string, notes: Notes): Record<string, string> {
  const entries = membersOf(node, what, notes).flatMap(({ key, keySpan, value }) => {
    if (key === '') {
      notes.add(notes.say('A value in {list} is empty.', { list: what }), keySpan);
      return [];
    }
    if (value.type !== 'string')
      noteType(value, notes.say('The meaning of {value}', { value: quote(key) }), 'a string', notes);
    const name = cleanText(key, notes.say('A value in {list}', { list: what }), keySpan, notes);
    const meaning = value.type === 'string' ? textOf(value, notes.say('A meaning'), notes) : '';
    return name === undefined ? [] : [[name, meaning ?? ''] as const];
  });
  return Object.fromEntries(entries);
}

/** Tells whether a cloud extends nothing or, directly or indirectly, an existing cloud. */
function isRooted(
  draft: Draft,
  drafts: ReadonlyMap<string, Draft>,
  bases: ReadonlyMap<string, Cloud>,
  ids: readonly string[],
  notes: Notes,
): boolean {
  const chain = [draft.definition.id];
  let at: Draft | undefined = draft;
  while (at?.definition.extends !== undefined && !bases.has(at.definition.extends)) {
    const next: string = at.definition.extends;
    if (next === draft.definition.id && draft.extendsNode) {
      notes.add(sayCircle(notes.say, chain), spanOf(draft.extendsNode));
      return false;
    }
    // A circle that does not include this cloud is reported at the clouds in it.
    if (chain.includes(next)) return false;
    if (at === draft && draft.extendsNode && !ids.includes(next)) {
      const known = others(ids, chain);
      noteUnknown('Unknown cloud {name} in extends.', known, next, spanOf(draft.extendsNode), notes);
    }
    chain.push(next);
    at = drafts.get(next);
  }
  return at !== undefined;
}

function sayCircle(say: Say, chain: readonly string[]): string {
  return chain.length === 1
    ? say('A cloud cannot extend itself.')
    : say('These clouds extend each other in a circle: {circle}.', {
        circle: [...chain, chain[0]].map((id) => sayValue(id ?? '')).join(' → '),
      });
}

function others(ids: readonly string[], but: readonly string[]): string[] {
  return ids.filter((id) => !but.includes(id));
}
