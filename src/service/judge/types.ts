import type { Span } from '../../fixture';
import type { Cloud, Pair } from '../../mapping';
import type { Say } from '../../words';
import type { ServerObject } from '../recognise/types';

/** What decided on the cloud of a server, strongest first. */
export type ChosenBy = 'comment' | 'config' | 'setting' | 'evidence' | 'default';

/** The cloud whose table a server is checked against, and why that one. */
export interface CloudChoice {
  readonly cloud: Cloud;
  readonly by: ChosenBy;
  /** What named the cloud, where the file itself did. */
  readonly evidence?: { readonly text: string; readonly span: Span };
}

/** A status that a server can have, and who says so. */
export interface Reading {
  readonly status: string;
  /** The pair that gives it; null for a vm_state that is in no table. */
  readonly pair: Pair | null;
  /** The cloud whose table gives it. */
  readonly by: Cloud;
  /** How that table gives it. */
  readonly how: 'row' | 'default' | 'note';
}

/** The statuses that a server can have. */
export interface Readings {
  /** True if vm_state and task_state are both values that the cloud or OpenStack has. */
  readonly isCertain: boolean;
  /** Best first; empty where any status could be right. */
  readonly readings: readonly Reading[];
}

/** A server under judgement, with its values read and its cloud picked. */
export interface Subject extends Readings {
  readonly say: Say;
  readonly object: ServerObject;
  readonly choice: CloudChoice;
  /** The cloud that was chosen. */
  readonly cloud: Cloud;
  /** OpenStack's own table, which decides where a cloud's document says nothing. */
  readonly nova: Cloud;
  /** True if a person chose the cloud; false if the file's evidence named it, or nothing did. */
  readonly chosen: boolean;
  /** Undefined where the file does not say it: missing, null, not spelled out, of a wrong type. */
  readonly vmState: string | undefined;
  /** Null for "no operation under way"; undefined where the file does not say it. */
  readonly taskState: string | null | undefined;
  readonly status: string | undefined;
}
