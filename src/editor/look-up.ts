import {
  commands,
  type ExtensionContext,
  env,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  type Selection,
  type TextDocument,
  type TextEditor,
  ThemeIcon,
  window,
  workspace,
} from 'vscode';
import { type Cloud, deriveStatus, describe, type FoundValue, searchValues } from '../mapping';
import { type ListedServer, putValue } from '../service';
import { sayAll } from '../words';
import { ask } from './ask';
import { editorInFront } from './editor-in-front';
import { findServers } from './find-servers';
import { clouds, say } from './language';
import { editOf } from './ranges';
import type { Served } from './served';

const KINDS = {
  status: 'status',
  vmState: 'vm_state',
  taskState: 'task_state',
  powerState: 'power_state',
} as const;

type Clouds = ReadonlyMap<string, Cloud>;
type ValueItem = QuickPickItem & { readonly found?: FoundValue };
/** Lists the servers of the open files that have a value. */
type Find = (value: string, has: (server: ListedServer) => boolean) => Promise<void>;
type ActionItem = QuickPickItem & { readonly run?: () => unknown };

/** Registers `serverStatus.lookUpStatus`: lists every value of every cloud, also searchable by meaning. */
export function registerLookUp(context: ExtensionContext, served: Served): void {
  const find: Find = (value, has) =>
    findServers(say('Servers in the open files: {state}', { state: value }), served, has);
  context.subscriptions.push(
    commands.registerCommand('serverStatus.lookUpStatus', async () =>
      lookUp(await cloudsHere(served), served, find),
    ),
  );
}

/** Returns the clouds of the config that applies to the document in front, or else to the workspace. */
async function cloudsHere({ configs }: Served): Promise<Clouds> {
  const document = editorInFront()?.document;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const found = document ? await configs.nearest(document.uri) : folder && (await configs.nearestIn(folder));
  return found?.config.clouds ?? clouds;
}

async function lookUp(clouds: Clouds, served: Served, find: Find): Promise<void> {
  const picked = await ask(valueItems(clouds), {
    title: say('Look Up Server Status'),
    placeHolder: say('A status, vm_state, task_state or power_state, or words of its meaning'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.found === undefined) return;
  const action = await ask(actionItems(clouds, picked.found, served, find), {
    title: say('{text} ({more})', { text: picked.found.value, more: KINDS[picked.found.field] }),
    placeHolder: say('Insert it, copy it, or read more'),
    matchOnDetail: true,
  });
  await action?.run?.();
}

/** Returns the values as items, with a separator before each field. */
function valueItems(clouds: Clouds): ValueItem[] {
  const items: ValueItem[] = [];
  for (const found of searchValues(clouds, '')) {
    if (items.at(-1)?.found?.field !== found.field) {
      items.push({ label: KINDS[found.field], kind: QuickPickItemKind.Separator });
    }
    const meanings = new Set(found.clouds.map(({ meaning }) => meaning));
    items.push({
      label: found.value,
      description: [found.code, KINDS[found.field], sayClouds(clouds, found)]
        .filter((part) => part !== undefined)
        .join(' · '),
      detail: [...meanings].join(' / '),
      found,
    });
  }
  return items;
}

function sayClouds(clouds: Clouds, found: FoundValue): string {
  return found.clouds.length === clouds.size
    ? say('all clouds')
    : sayAll(
        say,
        found.clouds.map(({ id }) => id),
      );
}

/** Returns the actions for a value, and then each cloud's description of it. */
function actionItems(clouds: Clouds, found: FoundValue, served: Served, find: Find): ActionItem[] {
  const { field } = found;
  // The API returns a power_state as a number.
  const value = found.code === undefined ? found.value : String(found.code);
  const editor = editorInFront();
  const items: ActionItem[] = [];
  // Screen readers read out the name of an icon in a label, so it goes into iconPath.
  const icon = (name: string) => new ThemeIcon(name);
  if (editor)
    items.push({
      iconPath: icon('insert'),
      label: say('Insert {value}', { value }),
      run: () => insert(editor, value, served),
    });
  items.push({
    iconPath: icon('copy'),
    label: say('Copy {value}', { value }),
    run: () => copy(value),
  });
  if (field !== 'powerState')
    items.push({
      iconPath: icon('search'),
      label: say('Find servers with {value} in the open files', { value }),
      run: () => find(value, (server) => server[field] === value),
    });
  for (const { titles, description, pairs } of saidBy(clouds, found.value, field)) {
    items.push({ label: sayAll(say, titles), kind: QuickPickItemKind.Separator });
    if (description !== '')
      items.push({ iconPath: icon('info'), label: description, run: () => copy(description) });
    for (const { pair, gives } of pairs) {
      items.push({
        iconPath: icon('symbol-enum-member'),
        label: pair,
        description: gives,
        run: () => copy(pair),
      });
    }
  }
  return items;
}

/**
 * Returns the clouds' descriptions of a value, and for a state the status of each of its pairs. Clouds with the same
 * answer are merged.
 */
function saidBy(clouds: Clouds, value: string, field: FoundValue['field']) {
  const said = new Map<
    string,
    { titles: string[]; description: string; pairs: { pair: string; gives: string }[] }
  >();
  for (const { cloud: id, kind, description, pairs } of describe(clouds, value)) {
    const cloud = clouds.get(id);
    if (cloud === undefined || kind !== KINDS[field]) continue;
    const lines = pairs.map(({ vmState, taskState }) => ({
      pair: `${vmState} + ${taskState ?? 'null'}`,
      gives: field === 'status' ? '' : `→ ${deriveStatus(cloud, vmState, taskState).status}`,
    }));
    const same = JSON.stringify([description, lines]);
    const entry = said.get(same) ?? { titles: [], description, pairs: lines };
    entry.titles.push(cloud.title);
    said.set(same, entry);
  }
  return said.values();
}

/** How long a message in the status bar stays, in milliseconds. */
const SHORT = 3000;

/** Copies a text and confirms it, as nothing else shows it. */
async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(say('Copied: {text}', { text }), SHORT);
}

/** Replaces the selection, the value at the cursor, or the word at the cursor by a value. */
async function insert(editor: TextEditor, value: string, served: Served): Promise<void> {
  const { document, selections } = editor;
  const fixture = (await served.open(document))?.fixture;
  await editor.edit((builder) => {
    for (const selection of selections) {
      const edit =
        fixture && selection.isEmpty
          ? putValue(fixture, document.offsetAt(selection.active), value)
          : undefined;
      const { range, newText } = edit
        ? editOf(document, edit)
        : { range: selection.isEmpty ? wordAt(document, selection) : selection, newText: value };
      builder.replace(range, newText);
    }
  });
}

/** Returns the word at the cursor; the empty cursor range if there is none or it is a key. */
function wordAt(document: TextDocument, { active }: Selection): Range {
  const word = document.getWordRangeAtPosition(active, /[\w-]+/);
  const behind = word && document.lineAt(word.end).text.slice(word.end.character);
  return word && !/^["']?\s*:/.test(behind ?? '') ? word : new Range(active, active);
}
