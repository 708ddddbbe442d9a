import { deriveStatus, knownTo, nearestValues } from '../mapping';
import { code, prose } from './markdown';
import { sayNearest } from './say';
import type { CloudChoice, Subject } from './types';

/**
 * How a server's vm_state and task_state add up, as a line of Markdown: `active` + `rebooting` → `REBOOT`,
 * and whose rule that is.
 *
 * @returns undefined where the pair cannot be judged.
 */
export function explainPair(subject: Subject): string | undefined {
  const { cloud, nova, vmState, taskState, status } = subject;
  if (vmState === undefined || taskState === undefined) return undefined;
  const unknown = explainUnknown(subject);
  if (unknown !== undefined) return unknown;
  const derivation = deriveStatus(cloud, vmState, taskState);
  const pair = `${code(vmState)} + ${code(taskState)}`;
  if (derivation.status === null) {
    const fallback = deriveStatus(nova, vmState, taskState).status;
    return `${pair}: no row in ${prose(cloud.title)}'s document. ${prose(nova.title)} gives ${code(fallback)}.`;
  }
  const rule = {
    row: `a row of ${prose(cloud.title)}'s table`,
    default: `${prose(cloud.title)}'s default for this vm_state`,
    note: `${prose(cloud.title)}'s note on pairs without a row`,
  }[derivation.by ?? 'row'];
  const differs =
    status === undefined || status === derivation.status ? '' : ` The file says ${code(status)}.`;
  return `${pair} → ${code(derivation.status)}: ${rule}.${differs}`;
}

/** Why a pair adds up to nothing: one of its values is none that the cloud or OpenStack has. */
function explainUnknown({ cloud, nova, vmState, taskState }: Subject): string | undefined {
  for (const [name, what, value] of [
    ['vmState', 'vm_state', vmState],
    ['taskState', 'task_state', taskState],
  ] as const) {
    if (typeof value !== 'string' || knownTo(cloud, name, value) || knownTo(nova, name, value)) continue;
    return `${code(value)} is no ${what} of ${prose(cloud.title)}${sayNearest(nearestValues(cloud, name, value))}`;
  }
  return undefined;
}

/** Which cloud's table is used and why, in a few words of Markdown. */
function explainChoice(choice: CloudChoice): string {
  return `${prose(choice.cloud.title)} (${sayReason(choice, code)})`;
}

/** What decided on a cloud; `quote` sets off what the file says. */
export function sayReason({ by, evidence }: CloudChoice, quote: (text: string) => string): string {
  return {
    comment: 'named in a comment',
    config: 'named in the config file',
    setting: 'chosen',
    evidence: `recognised by ${quote(evidence?.text ?? '')}`,
    default: 'nothing in the file names another',
  }[by];
}

/** Which cloud's table is used, why, and links to its documents, as one line of Markdown. */
export function explainCloud(choice: CloudChoice): string {
  const links = choice.cloud.sources.map(
    ({ title, url, date }) => `[${title}](${url})${date && `, ${date}`}`,
  );
  return [explainChoice(choice), ...links].join(' · ');
}
