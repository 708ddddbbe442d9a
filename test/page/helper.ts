import { access, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './wait';

/** What the helper extension does in a window; scripts/vscode/page-helper/main.cjs says how. */
type Request =
  | { readonly verb: 'startOver' }
  | { readonly verb: 'open'; readonly file: string }
  | { readonly verb: 'goTo'; readonly line: number; readonly column: number };

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/** How long a new window may take until its extensions run, in milliseconds. */
const START = 80_000;

/** Waits until the helper extension runs in the new window with this home. */
export async function helperIsThere(home: string): Promise<void> {
  await until('the helper', async () => (await isThere(join(home, 'helps'))) || undefined, START);
}

/** Has the helper extension of the window with this home do something, and waits until it is done. */
export async function help(home: string, request: Request): Promise<void> {
  const file = join(home, 'request.json');
  // In one step, so that nobody reads half of it.
  await writeFile(`${file}.new`, JSON.stringify(request));
  await rename(`${file}.new`, file);
  await until(`the helper to ${JSON.stringify(request)}`, async () =>
    (await isThere(file)) ? undefined : true,
  );
}

/** Waits until the extension under test is active in the window with this home. */
export async function extensionIsActive(home: string): Promise<void> {
  await until('the extension to be active', async () => (await isThere(join(home, 'active'))) || undefined);
}
