import { labelOfField } from '../../fixture';
import { deriveStatus, knownTo, nearestValues } from '../../mapping';
import { code, prose, type Say, sayNearest, saySource, sayTogether } from '../../words';
import type { CloudChoice, Subject } from './types';

/**
 * Explains the status of a server's pair, as a line of Markdown: `active` + `rebooting` → `REBOOT`, and the rule for
 * it. Returns undefined if the pair cannot be judged.
 */
export function explainPair(subject: Subject): string | undefined {
  const { say, cloud, nova, vmState, taskState, status } = subject;
  if (vmState === undefined || taskState === undefined) return undefined;
  const unknown = explainUnknown(subject);
  if (unknown !== undefined) return unknown;
  const derivation = deriveStatus(cloud, vmState, taskState);
  const pair = `${code(vmState)} + ${code(taskState)}`;
  const title = prose(cloud.title);
  if (derivation.status === null) {
    return say("{pair}: no row in {cloud}'s document. {other} gives {status}.", {
      pair,
      cloud: title,
      other: prose(nova.title),
      status: code(deriveStatus(nova, vmState, taskState).status),
    });
  }
  const differs = status !== undefined && status !== derivation.status;
  return sayTogether(
    say,
    say(DERIVATIONS[derivation.by ?? 'row'], { pair, cloud: title, status: code(derivation.status) }),
    differs ? say('The file has {status}.', { status: code(status) }) : undefined,
  );
}

const DERIVATIONS = {
  row: "{pair} → {status}: a row of {cloud}'s table.",
  default: "{pair} → {status}: {cloud}'s default for this vm_state.",
  note: "{pair} → {status}: {cloud}'s note on pairs without a row.",
} as const;

/** Explains why a pair has no status: neither the cloud nor OpenStack has one of its values. */
function explainUnknown({ say, cloud, nova, vmState, taskState }: Subject): string | undefined {
  for (const [name, value] of [
    ['vmState', vmState],
    ['taskState', taskState],
  ] as const) {
    if (typeof value !== 'string' || knownTo(cloud, name, value) || knownTo(nova, name, value)) continue;
    return sayTogether(
      say,
      say('{value} is not a {field} of {cloud}.', {
        value: code(value),
        field: labelOfField(name),
        cloud: prose(cloud.title),
      }),
      sayNearest(say, nearestValues(cloud, name, value)),
    );
  }
  return undefined;
}

/** Names the cloud whose table applies, and the reason, in Markdown. */
function explainChoice(say: Say, choice: CloudChoice): string {
  return say('{cloud} ({reason})', {
    cloud: prose(choice.cloud.title),
    reason: sayReason(say, choice, code),
  });
}

const REASONS = {
  comment: 'named in a comment',
  config: 'named in the config file',
  setting: 'chosen',
  evidence: 'detected by {evidence}',
  default: 'nothing in the file points to another cloud',
} as const;

/** Says why a cloud applies; `quote` formats the evidence. */
export function sayReason(say: Say, { by, evidence }: CloudChoice, quote: (text: string) => string): string {
  return say(REASONS[by], { evidence: quote(evidence?.text ?? '') });
}

/** Explains which cloud's table applies and why, with links to its documents, as one line of Markdown. */
export function explainCloud(say: Say, choice: CloudChoice): string {
  const links = choice.cloud.sources.map(({ title, url, date }) =>
    saySource(say, { title: `[${title}](${url})`, date }),
  );
  return [explainChoice(say, choice), ...links].join(' · ');
}
