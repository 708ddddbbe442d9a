import type { Span } from '../../fixture';
import type { Cloud, Pair } from '../../mapping';
import type { Say } from '../../words';
import type { ServerObject } from '../recognise/types';

/** The source of a server's cloud, strongest first. */
export type ChosenBy = 'comment' | 'config' | 'setting' | 'evidence' | 'default';

/** Tells whether the user chose the cloud; otherwise evidence named it, or nothing did. */
export function isChosen(by: ChosenBy): boolean {
  return by !== 'evidence' && by !== 'default';
}

/** The cloud whose table a server is checked against, and the reason. */
export interface CloudChoice {
  readonly cloud: Cloud;
  readonly by: ChosenBy;
  /** The text that names the cloud, if it is in the file. */
  readonly evidence?: { readonly text: string; readonly span: Span };
}

/** A possible status of a server. */
export interface Reading {
  readonly status: string;
  /** The pair that gives it; null for a vm_state that is in no table. */
  readonly pair: Pair | null;
  /** The cloud whose table gives it. */
  readonly by: Cloud;
  /** The part of the table that gives it. */
  readonly how: 'row' | 'default' | 'note';
}

/** The possible statuses of a server. */
export interface Readings {
  /** True if vm_state and task_state are both values that the cloud or OpenStack has. */
  readonly isCertain: boolean;
  /** Best first; empty if any status could be right. */
  readonly readings: readonly Reading[];
}

/** A server prepared for the rules, with its values read and its cloud picked. */
export interface Subject extends Readings {
  readonly say: Say;
  readonly object: ServerObject;
  readonly choice: CloudChoice;
  readonly cloud: Cloud;
  /** OpenStack's table, which applies if the cloud's document does not cover a pair. */
  readonly nova: Cloud;
  /** True if the user chose the cloud; false if evidence named it, or nothing did. */
  readonly chosen: boolean;
  /** Undefined if it is unknown: missing, null, a placeholder, of the wrong type. */
  readonly vmState: string | undefined;
  /** Null for no operation under way; undefined if it is unknown. */
  readonly taskState: string | null | undefined;
  readonly status: string | undefined;
}
