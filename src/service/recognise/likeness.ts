import type { FixtureObject, KeyName, ValueKind } from '../../fixture';
import type { Cloud } from '../../mapping';
import { perClouds } from './per-clouds';

/** Gives objects with the same content the same number, so they are judged only once. */
export type LikenessOf = (object: FixtureObject) => number;

/** The length in UTF-16 code units up to which texts share their numbers: what is known keeps its text in memory. */
const SHORT = 16_384;

/** How many numbers texts share. */
const MOST = 1000;

/** Returns the numbers for a text: short ones share them, as most files of a folder have the same few servers. */
export function likenessesFor(text: string, clouds: ReadonlyMap<string, Cloud>): LikenessOf {
  return text.length > SHORT ? likenesses().of : shared(clouds)();
}

const shared = perClouds(() => {
  let numbers = likenesses();
  return () => {
    if (numbers.count() >= MOST) numbers = likenesses();
    return numbers.of;
  };
});

/** Returns new numbers, and a function that tells how many have been given. */
export function likenesses(): { readonly of: LikenessOf; readonly count: () => number } {
  const root = new Step();
  let count = 0;
  const of: LikenessOf = ({ fields, container, isUnfinished }) => {
    let step = root.to(container).to(Number(isUnfinished ?? false));
    for (const name in fields) {
      const field = fields[name as KeyName];
      if (field === undefined) continue;
      step = step.to(field.keyText);
      if (field.kind !== 'string') step = step.to(OTHER_KINDS[field.kind]);
      step = step.to(field.text);
      // In YAML, a missing value means null.
      if (field.kind === 'absent') step = step.to(Number(field.style === 'json'));
    }
    if (step.number < 0) {
      step.number = count;
      count += 1;
    }
    return step.number;
  };
  return { of, count: () => count };
}

/** Numbers, which cannot be equal to any text of a file. */
const OTHER_KINDS: Readonly<Record<Exclude<ValueKind, 'string'>, number>> = {
  number: 0,
  boolean: 1,
  null: 2,
  object: 3,
  array: 4,
  open: 5,
  absent: 6,
};

/** A node of a trie of objects' contents. */
class Step {
  number = -1;
  /** The most recent successor, which is usually the next one, too. */
  private lastWord: string | number | undefined;
  private last: Step | undefined;
  /** All successors, once there are two. */
  private next: Map<string | number, Step> | undefined;

  to(word: string | number): Step {
    if (this.last === undefined) this.last = new Step();
    else if (word !== this.lastWord) {
      this.next ??= new Map([[this.lastWord as string | number, this.last]]);
      this.last = this.next.get(word) ?? new Step();
      this.next.set(word, this.last);
    }
    this.lastWord = word;
    return this.last;
  }
}
