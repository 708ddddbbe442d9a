import type { Span } from '../../fixture';
import type { Cloud } from '../../mapping';
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

/** A server under judgement, with its values read and its cloud picked. */
export interface Subject {
  readonly say: Say;
  readonly object: ServerObject;
  readonly choice: CloudChoice;
  /** The cloud that was chosen. */
  readonly cloud: Cloud;
  /** OpenStack's own table, which decides where a cloud's document says nothing. */
  readonly nova: Cloud;
  /** True if a person chose the cloud; false if the file's evidence named it, or nothing did. */
  readonly chosen: boolean;
  /** Undefined where it cannot be judged: missing, not spelled out, of a wrong type. */
  readonly vmState: string | undefined;
  /** Null for "no operation under way"; undefined where it cannot be judged. */
  readonly taskState: string | null | undefined;
  readonly status: string | undefined;
}
