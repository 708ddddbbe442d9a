import { commands, workspace } from 'vscode';
import { startExtension, workspaceRoot, writeText } from '../host/editor';
import { leftAfterDeactivation } from './disposed';
import { type Dice, deeds } from './edits';
import { FILES, inRoot, writeFiles } from './files';
import { patiently } from './patiently';
import { ourDiagnostics, type Sample, sample } from './sample';
import { growth } from './verdict';

const MINUTE = 60_000;

/** How many of the last minutes show what the host usually holds. */
const LATELY = 10;

/** Edits for SOAK_MINUTES minutes and prints a line of figures each minute; throws where something grew or stayed. */
export async function run(): Promise<void> {
  const minutes = Number(process.env.SOAK_MINUTES);
  await writeFiles();
  await startExtension();
  say('minute | rounds | heap | process | handles | open files | diagnostics | documents');
  const problems: string[] = [];
  const samples = await edit(minutes, problems);
  problems.push(...growth(samples), ...(await leftAfterDeactivation()));
  const after = sample(minutes, samples.at(-1)?.rounds ?? 0);
  show(after);
  // VS Code itself holds a few more at some moments than at others.
  const usual = samples.slice(-LATELY).map(({ handles }) => handles);
  if (after.handles > Math.max(...usual)) problems.push(`handles after the end: ${after.handles}`);
  for (const problem of problems) say(`PROBLEM ${problem}`);
  say(`${problems.length} problems`);
  if (problems.length > 0) throw new Error(`${problems.length} problems`);
}

/** Does one deed after the other, each in a workspace without an open editor. */
async function edit(minutes: number, problems: string[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  let most = 0;
  const dice = seeded(20261126);
  const all = deeds(FILES);
  const start = Date.now();
  for (let round = 0; samples.length < minutes; round += 1) {
    const file = FILES[dice(FILES.length)];
    const deed = all[round % all.length];
    if (file === undefined || deed === undefined) break;
    await deed(file, dice).catch((error) => problems.push(`${file.path}, round ${round}: ${error}`));
    most = Math.max(most, ourDiagnostics().length);
    await closeAll().catch((error) => problems.push(`${file.path}, round ${round}: ${error}`));
    await writeText(inRoot(file.path), file.text);
    if (Date.now() - start < (samples.length + 1) * MINUTE) continue;
    samples.push(show(sample(samples.length + 1, round + 1)));
  }
  if (most === 0) problems.push('no finding was ever shown');
  return samples;
}

/** Closes every editor, and waits until no finding of a file is left. */
async function closeAll(): Promise<void> {
  // What was not saved is given up.
  for (let left = 20; left > 0 && openFixtures().length > 0; left -= 1)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
  await patiently('the documents to be closed', () => openFixtures().length === 0);
  await patiently('the diagnostics of closed files to go', () => ourDiagnostics().length === 0);
}

/** The files of the workspace that are open. */
function openFixtures(): string[] {
  const root = workspaceRoot().path;
  return workspace.textDocuments
    .map(({ uri }) => uri)
    .filter(({ scheme, path }) => scheme === 'file' && path.startsWith(`${root}/folder-`))
    .map(({ path }) => path);
}

function show(one: Sample): Sample {
  const inMega = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const { minute, rounds, heap, resident, handles, files, diagnostics, documents } = one;
  say([minute, rounds, inMega(heap), inMega(resident), handles, files, diagnostics, documents].join(' | '));
  return one;
}

function seeded(seed: number): Dice {
  let state = seed;
  return (before) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * before);
  };
}

function say(text: string): void {
  console.log(`[tests] ${text}`);
}
