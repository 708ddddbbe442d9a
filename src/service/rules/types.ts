import type { Subject } from '../judge/types';
import type { Draft, RuleFacts } from '../types';

/** A rule, with the function that checks a server. */
export interface Rule extends RuleFacts {
  check(subject: Subject): readonly Draft[];
}
