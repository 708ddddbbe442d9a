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

/** A server as one writes it by hand: its status is that of a server which is not rebooting. */
const EXAMPLE = `{
  "server": {
    "name": "web-1",
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "rebooting",
    "status": ${WRONG}
  }
}
`;

/** What ticks the walkthrough's step "Fix it" off. */
const FIXED_KEY = 'serverStatus.exampleFixed';

/** What steps of the walkthrough do in the example: most of it does nothing, or closes, while a page has the focus. */
const STEPS: ReadonlyMap<unknown, string> = new Map([
  ['see', 'editor.action.showHover'],
  ['fix', 'editor.action.quickFix'],
  ['lookUp', 'serverStatus.lookUpStatus'],
  ['cloud', 'serverStatus.selectCloud'],
]);

/** The step that was taken last: VS Code is not told of a command of ours that we run ourselves. */
const STEP_KEY = 'serverStatus.step';

/**
 * `serverStatus.openExample`: a new document with a server whose status does not follow, for people who try us.
 * With the name of one of {@link STEPS} the example that is open already, and the step is taken there.
 */
export function registerOpenExample(context: ExtensionContext, served: Served): void {
  let example: TextDocument | undefined;
  const tellFixed = (fixed: boolean) => commands.executeCommand('setContext', FIXED_KEY, fixed);
  context.subscriptions.push(
    commands.registerCommand('serverStatus.openExample', async (step?: unknown) => {
      const action = STEPS.get(step);
      if (example === undefined || example.isClosed || action === undefined) {
        // With comments, so that "Select Cloud" can name the cloud in the example and leave the settings alone.
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

/** Shows the example where it is open, or beside a page such as the walkthrough, the cursor on what is wrong. */
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

/** Where a document is open. Of one that has just been shown the tabs know nothing yet. */
function columnOf(document: TextDocument): ViewColumn | undefined {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const isItsTab = ({ input }: Tab) =>
    input instanceof TabInputText && input.uri.toString() === document.uri.toString();
  return shown?.viewColumn ?? window.tabGroups.all.find(({ tabs }) => tabs.some(isItsTab))?.viewColumn;
}

/** True where the status is written and follows. What is half typed lacks the finding only for now. */
async function isRight(document: TextDocument, served: Served): Promise<boolean> {
  const open = await served.open(document);
  if (open === undefined) return false;
  const { text, languageId, servers } = open.fixture;
  const isWritten = servers.some(({ fields }) => fields.status?.text);
  return isWritten && isWhole(text, languageId) && open.findings().length === 0;
}
