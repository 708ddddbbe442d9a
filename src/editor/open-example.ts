import {
  commands,
  type ExtensionContext,
  Selection,
  type Tab,
  TabInputText,
  type TextDocument,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { isWhole } from '../service';
import type { Served } from './served';

const WRONG = '"ACTIVE"';

/** A server as written by hand: its status does not match its states, as it is rebooting. */
const EXAMPLE = `{
  "server": {
    "name": "web-1",
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "rebooting",
    "status": ${WRONG}
  }
}
`;

/** The context key that completes the walkthrough's step "Fix it". */
const FIXED_KEY = 'serverStatus.exampleFixed';

/**
 * The commands of the walkthrough's steps. Most of them do nothing, or close, while a webview has the focus, so they
 * run in the example.
 */
const STEPS: ReadonlyMap<unknown, string> = new Map([
  ['see', 'editor.action.showHover'],
  ['fix', 'editor.action.quickFix'],
  ['lookUp', 'serverStatus.lookUpStatus'],
  ['cloud', 'serverStatus.selectCloud'],
]);

/** The context key of the latest step: VS Code does not notice a command that an extension runs itself. */
const STEP_KEY = 'serverStatus.step';

/**
 * Registers `serverStatus.openExample`: opens a new document with a server whose status is wrong. With the name of one
 * of {@link STEPS}, reuses an example that is still open and runs the step there.
 */
export function registerOpenExample(context: ExtensionContext, served: Served): void {
  let example: TextDocument | undefined;
  const tellFixed = (fixed: boolean) => commands.executeCommand('setContext', FIXED_KEY, fixed);
  context.subscriptions.push(
    commands.registerCommand('serverStatus.openExample', async (step?: unknown) => {
      const action = STEPS.get(step);
      if (example === undefined || example.isClosed || action === undefined) {
        // JSON with comments, so "Select Cloud" can name the cloud in the example instead of the settings.
        example = await workspace.openTextDocument({ language: 'jsonc', content: EXAMPLE });
        tellFixed(false);
      }
      await show(example);
      if (action === undefined) return;
      await commands.executeCommand(action);
      commands.executeCommand('setContext', STEP_KEY, step);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== example) return;
      served.guard('example', async () => {
        if (await isRight(document, served)) tellFixed(true);
      });
    }),
  );
}

/** Shows the example where it is already open, or else beside a webview, with the cursor on the wrong value. */
async function show(example: TextDocument): Promise<void> {
  const onPage =
    window.activeTextEditor === undefined && window.tabGroups.activeTabGroup.activeTab !== undefined;
  const viewColumn = columnOf(example) ?? (onPage ? ViewColumn.Beside : ViewColumn.Active);
  const editor = await window.showTextDocument(example, { viewColumn, preview: false });
  const offset = example.getText().indexOf(WRONG);
  if (offset < 0) return;
  const start = example.positionAt(offset);
  editor.selection = new Selection(start, start);
}

/** Returns the column of a document. The tabs do not list a document that was only just shown. */
function columnOf(document: TextDocument): ViewColumn | undefined {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const isItsTab = ({ input }: Tab) =>
    input instanceof TabInputText && input.uri.toString() === document.uri.toString();
  return shown?.viewColumn ?? window.tabGroups.all.find(({ tabs }) => tabs.some(isItsTab))?.viewColumn;
}

/** Tells whether the status is present and right. A half-typed text has no finding either, so it must also parse. */
async function isRight(document: TextDocument, served: Served): Promise<boolean> {
  const open = await served.open(document);
  if (open === undefined) return false;
  const { text, languageId, servers } = open.fixture;
  const isWritten = servers.some(({ fields }) => fields.status?.text);
  return isWritten && isWhole(text, languageId) && open.findings().length === 0;
}
