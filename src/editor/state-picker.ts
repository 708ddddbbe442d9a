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
 * Asks for a state: first the status and then, if several give it, the pair of vm_state and task_state.
 *
 * @param current the server's current status, which is marked.
 * @returns undefined if the user cancels.
 */
export async function pickState(
  title: string,
  cloud: Cloud,
  current: string | undefined,
): Promise<ServerState | undefined> {
  const status = await askStatus(title, cloud, statusItems(cloud, current));
  return status?.choice && pickPair(title, cloud, status.choice);
}

/** A state of a cloud. */
export interface CloudState {
  readonly cloud: Cloud;
  readonly state: ServerState;
}

/**
 * Asks like {@link pickState}, but also lets the user choose another cloud.
 *
 * @param clouds the clouds in force.
 */
export async function pickCloudAndState(
  title: string,
  first: Cloud,
  clouds: ReadonlyMap<string, Cloud>,
): Promise<CloudState | undefined> {
  const another: readonly StatusItem[] = [
    { label: '', kind: QuickPickItemKind.Separator },
    {
      label: say('Another cloud…'),
      description: say('a status of another cloud than {cloud}', { cloud: first.title }),
    },
  ];
  const status = await askStatus(title, first, [...statusItems(first, undefined), ...another]);
  if (status === undefined) return undefined;
  const cloud = status.choice ? first : await pickCloud(title, clouds, first);
  const choice =
    status.choice ?? (cloud && (await askStatus(title, cloud, statusItems(cloud, undefined)))?.choice);
  const state = cloud && choice && (await pickPair(title, cloud, choice));
  return state && { cloud, state };
}

/** Asks for another cloud. */
async function pickCloud(
  title: string,
  clouds: ReadonlyMap<string, Cloud>,
  but: Cloud,
): Promise<Cloud | undefined> {
  const others = [...clouds.values()].filter(({ id }) => id !== but.id);
  const items = others.map((cloud) => ({ label: cloud.id, description: cloud.title, cloud }));
  const picked = await ask(items, {
    title,
    placeHolder: say('The cloud of the new server'),
    matchOnDescription: true,
  });
  return picked?.cloud;
}

function askStatus(
  title: string,
  cloud: Cloud,
  items: readonly StatusItem[],
): Thenable<StatusItem | undefined> {
  return ask(items, {
    title: say('{name}: {values}', { name: title, values: cloud.title }),
    placeHolder: say('The new status of the server'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
}

/** Asks for the pair that gives a status, if there are several. */
async function pickPair(title: string, cloud: Cloud, choice: StatusChoice): Promise<ServerState | undefined> {
  if (choice.pairs.length === 1) return { status: choice.status, pair: choice.pairs[0] ?? null };
  const pair = await ask(pairItems(cloud, choice), {
    title: say('{name}: {values}', { name: title, values: choice.status }),
    placeHolder: say('The operation under way'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return pair && { status: choice.status, pair: pair.pair ?? null };
}

/** A status, or the entry "another cloud" if it has no choice. */
type StatusItem = QuickPickItem & { readonly choice?: StatusChoice };

function statusItems(cloud: Cloud, current: string | undefined): StatusItem[] {
  return statusChoices(cloud).map((choice) => statusItem(choice, current));
}

function statusItem(choice: StatusChoice, current: string | undefined): StatusItem {
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

/** Returns the pairs of a status, grouped by vm_state. */
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

/** Groups pairs by vm_state, in the order of first occurrence. */
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
