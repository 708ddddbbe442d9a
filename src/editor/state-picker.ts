import { type QuickPickItem, QuickPickItemKind } from 'vscode';
import {
  type Cloud,
  causesOf,
  novaName,
  type Pair,
  type ServerState,
  type StatusChoice,
  statusChoices,
} from '../mapping';
import { sayAction, sayAll, sayTogether } from '../words';
import { ask } from './ask';
import { say } from './language';

/**
 * Asks for a state: first the status, then, where several pairs of vm_state and task_state give it, which.
 *
 * @param current the status that the server has, which is marked.
 * @returns undefined when the person turned away.
 */
export async function pickState(
  title: string,
  cloud: Cloud,
  current: string | undefined,
): Promise<ServerState | undefined> {
  const items = statusChoices(cloud).map((choice) => statusItem(choice, current));
  const status = await ask(items, {
    title: say('{name}: {values}', { name: title, values: cloud.title }),
    placeHolder: say('The status that the server is to have'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (status === undefined) return undefined;
  const { choice } = status;
  if (choice.pairs.length === 1) return { status: choice.status, pair: choice.pairs[0] ?? null };
  const pair = await ask(pairItems(cloud, choice), {
    title: say('{name}: {values}', { name: title, values: choice.status }),
    placeHolder: say('What the server is doing'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return pair && { status: choice.status, pair: pair.pair ?? null };
}

function statusItem(
  choice: StatusChoice,
  current: string | undefined,
): QuickPickItem & { choice: StatusChoice } {
  const vmStates = [...new Set(choice.pairs.map((pair) => pair?.vmState ?? say('no vm_state')))];
  const states = sayAll(say, vmStates);
  return {
    label: choice.status,
    description: choice.status === current ? say('{states} · now', { states }) : states,
    detail: choice.meaning,
    choice,
  };
}

type PairItem = QuickPickItem & { readonly pair?: Pair | null };

/** The pairs of a status, under their vm_state. */
function pairItems(cloud: Cloud, { pairs }: StatusChoice): PairItem[] {
  const items: PairItem[] = [];
  let vmState: string | undefined;
  for (const pair of pairs.toSorted((a, b) => byVmState(pairs, a, b))) {
    if (pair !== null && pair.vmState !== vmState) {
      vmState = pair.vmState;
      items.push({ label: vmState, kind: QuickPickItemKind.Separator });
    }
    items.push(pairItem(cloud, pair));
  }
  return items;
}

/** Pairs of one vm_state together, vm_states in the order in which they come up. */
function byVmState(pairs: StatusChoice['pairs'], a: Pair | null, b: Pair | null): number {
  const first = (pair: Pair | null) => pairs.findIndex((other) => other?.vmState === pair?.vmState);
  return first(a) - first(b);
}

function pairItem(cloud: Cloud, pair: Pair | null): PairItem {
  if (pair === null) return { label: say('no vm_state, no task_state'), pair };
  const { vmState, taskState } = pair;
  const meaning =
    taskState === null ? say('No operation is under way.') : (cloud.taskStates[taskState] ?? '');
  const causes = causesOf(novaName(cloud, vmState), novaName(cloud, taskState)).filter(
    (one) => one !== 'stable',
  );
  const actions = causes.map((id) => sayAction(say, id));
  return {
    label: taskState ?? 'null',
    description: vmState,
    detail: sayTogether(
      say,
      meaning,
      causes.length === 0 ? undefined : say('Set by: {actions}.', { actions: sayAll(say, actions) }),
    ),
    pair,
  };
}
