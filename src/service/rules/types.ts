import type { Subject } from '../judge/types';
import type { Draft, RuleFacts } from '../types';

/** One check: from a server and its cloud to what is wrong with it. */
export interface Rule extends RuleFacts {
  check(subject: Subject): Iterable<Draft>;
}
