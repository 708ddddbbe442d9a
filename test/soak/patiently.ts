import { setTimeout } from 'node:timers/promises';

/** How long anything may take, in milliseconds: what else the machine does for an hour is no fault of the extension. */
const PATIENCE = 180_000;

/** Asks again and again until the answer is yes. */
export async function patiently(what: string, ask: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!ask()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await setTimeout(20);
  }
}
