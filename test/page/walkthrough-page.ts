import type { Locator } from 'playwright-core';
import { poll, settled } from './wait';
import { visibleTexts } from './widgets';
import type { Workbench } from './workbench';

/** Opens a walkthrough by its title, and gives the titles of its steps. */
export async function openWalkthrough(workbench: Workbench, title: string): Promise<string[]> {
  const { page } = workbench;
  await workbench.quickPick('Welcome: Open Walkthrough');
  await page.keyboard.insertText(title);
  await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }).waitFor();
  await workbench.press('Enter');
  await page.locator('.getting-started-step.expanded').waitFor();
  return visibleTexts(page.locator('.getting-started-step .step-title'));
}

/** Opens a step of the walkthrough on screen. */
export async function openStep(workbench: Workbench, title: string): Promise<void> {
  const step = stepOf(workbench, title);
  await step.locator('.step-title').click();
  await step.and(workbench.page.locator('.expanded')).waitFor();
}

/** Presses the button of a step of the walkthrough on screen. */
export async function pressButton(workbench: Workbench, title: string): Promise<void> {
  await openStep(workbench, title);
  const step = stepOf(workbench, title);
  // The page takes the focus once more when its picture is there.
  await settled(() => step.boundingBox(), 500);
  await step.locator('.monaco-button').click();
}

/** Waits until a step of the walkthrough on screen is ticked off, or says that it is not. */
export async function isDone(workbench: Workbench, title: string, patience = 4000): Promise<boolean> {
  const box = stepOf(workbench, title).getByRole('checkbox', { checked: true });
  return (await poll(async () => ((await box.count()) > 0 ? true : undefined), patience)) ?? false;
}

function stepOf({ page }: Workbench, title: string): Locator {
  const named = page.locator('.step-title').getByText(title, { exact: true });
  return page.locator('.getting-started-step').filter({ has: named });
}
