import {
  commands,
  type ExtensionContext,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type RuleCode, sayFindings } from '../service';
import { newConfigFor, type Said, setFor, type Where } from '../service/config';
import { breather } from './breather';
import { type FindingCounts, NO_FINDINGS, withFile } from './count-findings';
import { editConfig, saveConfig } from './edit-config';
import { say } from './language';
import type { Served } from './served';
import { findFixtures } from './workspace/find-fixtures';
import { readFile } from './workspace/read-file';

/** Internal: the light bulb and the view of servers run this command, and the palette does not list it. */
export const FOR_FOLDER = '_serverStatus.forFileOrFolder';

/** A possible change of the config, as an item of the list. */
type Choice = QuickPickItem & { readonly isFolder?: boolean; readonly said?: Said };

/**
 * Offers changes of the config for a file or its folder: ignore it, check it against another cloud, or turn off a rule.
 * Each choice shows how the number of findings changes; those of the folder are counted while the list is open.
 */
export function registerForFolder({ subscriptions }: ExtensionContext, served: Served): void {
  subscriptions.push(
    commands.registerCommand(FOR_FOLDER, async (file: Uri, rules: readonly RuleCode[] = []) => {
      const choice = await choose(file, rules, served);
      if (choice?.said) await write(file, choice.isFolder === true, choice.said, served);
    }),
  );
}

/**
 * Shows the choices for the file, and then those for its folder.
 *
 * @param rules the rules to offer; if empty, those with findings in the file.
 */
function choose(file: Uri, rules: readonly RuleCode[], served: Served): Promise<Choice | undefined> {
  const picker = window.createQuickPick<Choice>();
  picker.title = say('For this file or folder');
  picker.placeholder = say('What to write into .serverstatus.json');
  picker.matchOnDescription = true;
  picker.busy = true;
  let isOpen = true;
  const fill = async () => {
    const path = workspace.asRelativePath(file);
    const ofFile = await countIn([file], served, () => isOpen);
    const asked = rules.length > 0 ? rules : [...ofFile.byRule.keys()];
    const forFile = choicesFor(path, ofFile, asked, false);
    picker.items = forFile;
    const folder = path.split('/').slice(0, -1).join('/');
    const { files } = await findFixtures([Uri.joinPath(file, '..')], () => isOpen);
    const inFolder = await countIn(files, served, () => isOpen);
    picker.items = [...forFile, ...choicesFor(`${folder || '.'}/`, inFolder, asked, true)];
    picker.busy = false;
  };
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      isOpen = false;
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
    served.guard(file.toString(), fill);
  });
}

/** Counts the findings of some files, until the result is no longer wanted. */
async function countIn(
  files: readonly Uri[],
  served: Served,
  isWanted: () => boolean,
): Promise<FindingCounts> {
  const breathe = breather();
  let counts = NO_FINDINGS;
  for (const uri of files) {
    if (!isWanted()) return counts;
    const read = await readFile(uri, served);
    if (read !== undefined && !('skipped' in read)) counts = withFile(counts, read);
    await breathe();
  }
  return counts;
}

function choicesFor(
  path: string,
  { now, byRule, byCloud }: FindingCounts,
  rules: readonly RuleCode[],
  isFolder: boolean,
): Choice[] {
  const fewer = (count: number) => say('{findings} fewer', { findings: sayFindings(say, count) });
  const off = rules.map((rule): Choice => {
    const label = say('Turn off {rule} in {path}', { rule, path });
    return { label, description: fewer(byRule.get(rule) ?? 0), isFolder, said: { off: rule } };
  });
  const ignore: Choice = {
    label: say('Ignore {path}', { path }),
    description: fewer(now),
    isFolder,
    said: { ignore: true },
  };
  // A cloud with the same number of findings is probably not the right one.
  const telling = [...byCloud].filter(([, count]) => count !== now);
  const clouds = telling.map(([cloud, count]): Choice => {
    const description = say('{findings} instead of {before}', {
      findings: sayFindings(say, count),
      before: now,
    });
    return {
      label: say('Check {path} against {cloud}', { path, cloud }),
      description,
      isFolder,
      said: { cloud },
    };
  });
  return [{ label: path, kind: QuickPickItemKind.Separator }, ...off, ignore, ...clouds];
}

/** Writes a choice to the nearest config, with a button to undo it. */
async function write(file: Uri, isFolder: boolean, said: Said, served: Served): Promise<void> {
  const whereOf = (path: string): Where => ({
    file: path,
    folder: isFolder ? path.split('/').slice(0, -1).join('/') : undefined,
  });
  const config = await editConfig(file, served.configs, {
    create: (path) => newConfigFor(whereOf(path), said),
    change: (text, path) => setFor(text, whereOf(path), said),
  });
  if (config === undefined) {
    window.showInformationMessage(
      say('The config file has errors, or its globs cannot match this file or folder.'),
    );
    return;
  }
  await workspace.applyEdit(config.edit);
  if (!config.isDirty) await saveConfig(served.configs, config.uri, config.before);
}
