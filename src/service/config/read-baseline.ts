import type { Node } from 'jsonc-parser';
import type { Say } from '../../words';
import { knownMembers, membersOf, spanOf } from './nodes';
import { type FileKind, parseConfig } from './syntax';
import type { ConfigProblem, Notes } from './types';

/** The version of baselines that is read and written. */
export const BASELINE_VERSION = 1;

/** The number of known findings, by file and by the finding's fingerprint. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

const BASELINE: FileKind = {
  maxLength: 100_000_000,
  tooLarge: 'This file is too large for a baseline.',
  empty: 'The baseline is empty. --write-baseline writes one.',
};

/**
 * Reads the text of a baseline.
 *
 * @returns its valid parts, and all mistakes in text order. No text makes it throw.
 */
export function readBaseline(say: Say, text: string): { baseline: Baseline; problems: ConfigProblem[] } {
  const { root, mistake } = parseConfig(say, text, BASELINE);
  // After a syntax error, the rest may have been misread.
  if (mistake !== undefined || root === undefined) {
    return { baseline: new Map(), problems: mistake === undefined ? [] : [mistake] };
  }
  const problems: ConfigProblem[] = [];
  const notes: Notes = {
    say,
    add: (message, span) => void problems.push({ message, span }),
  };
  const baseline = readRoot(root, notes);
  return { baseline, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function readRoot(root: Node, notes: Notes): Baseline {
  const { say, add } = notes;
  const { version, files } = knownMembers(root, say('The baseline'), ['version', 'files'], notes);
  if (version && version.value !== BASELINE_VERSION) {
    const text = 'This version of server-status reads only baselines of version {version}.';
    add(say(text, { version: BASELINE_VERSION }), spanOf(version));
    return new Map();
  }
  if (root.type === 'object' && !version)
    add(say('The baseline has no {key}.', { key: 'version' }), spanOf(root));
  if (root.type === 'object' && !files)
    add(say('The baseline has no {key}.', { key: 'files' }), spanOf(root));
  if (files === undefined) return new Map();
  return new Map(
    membersOf(files, 'files', notes).map(({ key, value }) => [key, readCounts(value, key, notes)]),
  );
}

function readCounts(node: Node, path: string, notes: Notes): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key, value } of membersOf(node, path, notes)) {
    if (Number.isSafeInteger(value.value) && value.value > 0) counts.set(key, value.value);
    else notes.add(notes.say('The number of findings must be a whole number, 1 or more.'), spanOf(value));
  }
  return counts;
}
