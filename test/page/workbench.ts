import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { extensionIsActive, help } from './helper';
import { LIGHT, type Theme } from './themes';
import { poll, settled, until } from './wait';
import { listRows, rowsInSight, rowsOnScreen, visibleTexts } from './widgets';

/** Files whose languages activate the extension. */
const ACTIVATES = /\.(json|jsonc|jsonl|ya?ml)$/;

/** The settings of a workspace folder. */
export const SETTINGS_FILE = '.vscode/settings.json';

/** What is read of an entry of a choice. */
const ENTRY = '.label-name, .label-description';

/** The size of the page, in pixels. */
export const VIEWPORT = { width: 1280, height: 800 };

/** Writes files, by their paths in a folder. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** VS Code as a person has it: keys go in, what the widgets show comes out. Lines and columns count from 1. */
export class Workbench {
  readonly #context: BrowserContext;
  readonly #home: string;
  readonly page: Page;
  readonly #quickInput: Locator;
  /** Where the files are. */
  #folder: string;
  #starts = 0;

  constructor(context: BrowserContext, page: Page, home: string) {
    this.#context = context;
    this.page = page;
    this.#home = home;
    this.#folder = join(home, 'fixtures');
    this.#quickInput = page.locator('.quick-input-widget').filter({ visible: true });
  }

  /**
   * Closes everything and shows the page as it was at first, with these files in a new folder: VS Code remembers where
   * the cursor was in a file, and what can be undone.
   */
  async startOver(files: Record<string, string>): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.page.setViewportSize(VIEWPORT);
    await help(this.#home, { verb: 'startOver' });
    await this.page.locator('.editor-group-container .tab').first().waitFor({ state: 'detached' });
    await this.changeTheme(LIGHT);
    if (this.#starts > 0) await rm(this.#folder, { recursive: true });
    this.#starts++;
    this.#folder = join(this.#home, 'fixtures', String(this.#starts));
    await writeFiles(this.#folder, files);
  }

  /** Writes a file right into the workspace folder. */
  async writeInWorkspace(name: string, text: string): Promise<void> {
    await writeFile(join(this.#home, 'fixtures', name), text);
  }

  /** Removes a file that is right in the workspace folder. */
  async removeFromWorkspace(name: string): Promise<void> {
    await rm(join(this.#home, 'fixtures', name));
  }

  /** Opens a file of the folder, and waits until the extension is active if its language is one of ours. */
  async openFile(name: string): Promise<void> {
    await help(this.#home, { verb: 'open', file: join(this.#folder, name) });
    await this.page.locator(`.tab.active[data-resource-name="${basename(name)}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    if (ACTIVATES.test(name)) await extensionIsActive(this.#home);
  }

  /** Puts the cursor somewhere in the file on screen. */
  async goTo(line: number, column: number): Promise<void> {
    await help(this.#home, { verb: 'goTo', line, column });
    await this.page.locator('.monaco-editor.focused').waitFor();
  }

  /** Puts the focus into the text of the first editor, away from a page beside it. */
  async focusText(): Promise<void> {
    await this.page.locator('.monaco-editor .view-lines').first().click();
    await this.page.locator('.monaco-editor.focused').first().waitFor();
  }

  /** Where the cursor is, as the status bar has it: `Ln 3, Col 1`. */
  async position(): Promise<string> {
    return (await this.page.locator('[id="status.editor.selection"]').textContent())?.trim() ?? '';
  }

  /** Presses a key or several at once, such as `Control+Z`. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** The lines of the file on screen. */
  async text(): Promise<string> {
    const lines = await this.page
      .locator('.editor-group-container.active .view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({
            top: Number(/top:\s*(\d+)/.exec(element.getAttribute('style') ?? '')?.[1]),
            text: element.textContent ?? '',
          }))
          .sort((a, b) => a.top - b.top),
      );
    return lines.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
  }

  /** Waits until the file on screen says this. */
  async says(wanted: RegExp): Promise<void> {
    await until(`a text like ${wanted}`, async () => (wanted.test(await this.text()) ? true : undefined));
  }

  /** The colour of a word in the file on screen, as `rgb(…)`; the quotes around it may have the same. */
  async colourOf(word: string): Promise<string> {
    const tokens = this.page.locator('.editor-group-container.active .view-line span > span');
    return until(`the colour of ${word}`, () =>
      tokens.evaluateAll((elements, wanted) => {
        const found = elements.find(({ textContent }) => textContent?.replace(/["\s]/g, '') === wanted);
        return found?.ownerDocument.defaultView?.getComputedStyle(found).color;
      }, word),
    );
  }

  /** The text of the hover at a place; empty where there is none within `patience` milliseconds. */
  async hoverAt(line: number, column: number, patience = 4000): Promise<string> {
    await this.press('Escape');
    await this.goTo(line, column);
    await this.press('Control+K');
    await this.press('Control+I');
    const hover = this.page.locator('.monaco-editor .monaco-resizable-hover .hover-row');
    const read = async () => (await visibleTexts(hover)).join('\n');
    const ready = async () => {
      const text = await read();
      return text === '' || text.includes('Loading...') ? undefined : text;
    };
    return (await poll(ready, patience)) === undefined ? '' : settled(read);
  }

  /** The labels that completion offers first at the cursor, as many as are on screen. They stay open for `accept`. */
  async suggestions(): Promise<string[]> {
    return rowsInSight(await this.#suggest(), '.label-name');
  }

  /** All labels that completion offers at the cursor. The mouse's wheel brings them into sight, which takes longer. */
  async allSuggestions(): Promise<string[]> {
    return listRows(this.page, await this.#suggest(), '.label-name');
  }

  async #suggest(): Promise<Locator> {
    await this.press('Escape');
    await this.press('Control+Space');
    const widget = this.page.locator('.suggest-widget.visible');
    await until('suggestions, or word that there are none', async () => {
      const shown = (await visibleTexts(widget)).join();
      return shown === '' || shown.includes('Loading') ? undefined : shown;
    });
    return widget.locator('.monaco-list');
  }

  /** The inlay hints on screen. */
  async hints(): Promise<string[]> {
    return visibleTexts(this.page.locator('.view-line [class*="dyn-rule"]').filter({ hasText: '→' }));
  }

  /** What the language status says of one extension, opened by its text. */
  async languageStatus(text: string): Promise<string> {
    await this.page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    const item = this.page.locator('.hover-language-status').filter({ hasText: text }).first();
    await item.waitFor();
    return (await visibleTexts(item)).join(' ');
  }

  /** The titles in the light bulb's menu at the cursor, once this one is among them. It stays open for `accept`. */
  async lightBulb(wanted: string): Promise<string[]> {
    const menu = this.page.locator('.action-widget').filter({ visible: true });
    // Who is asked for actions answers in their own time, and an open menu does not grow.
    return until(`${wanted} in the menu of the light bulb`, async () => {
      if ((await menu.count()) > 0) await this.press('Escape');
      await this.press('Control+.');
      await poll(async () => ((await menu.count()) > 0 ? true : undefined), 2000);
      const titles = await settled(() => visibleTexts(menu.locator('.monaco-list-row.action .title')));
      return titles.includes(wanted) ? titles : undefined;
    });
  }

  /** The commands that the palette offers for these words; it is closed again. */
  async commandsFor(words: string): Promise<string[]> {
    await this.#askForCommand(words);
    const commands = await listRows(this.page, this.#entries(), '.label-name');
    await this.dismiss();
    return commands;
  }

  /** Runs a command by its title from the palette. */
  async runCommand(title: string): Promise<void> {
    await this.#askForCommand(title);
    await this.page.keyboard.press('Enter');
  }

  /** Runs a command that asks for a choice, and waits for it. */
  async quickPick(title: string): Promise<void> {
    await this.runCommand(title);
    const input = this.#quickInput.locator('input.input');
    await until(`the choices of ${title}`, async () => {
      const value = await input.inputValue({ timeout: 500 }).catch(() => '>');
      const rows = await this.#quickInput.locator('.monaco-list-row').count();
      return !value.startsWith('>') && rows > 0 ? true : undefined;
    });
  }

  /** Types into the choice that is open. Asked for the result, as keys that are pressed while it opens can be lost. */
  async filter(words: string): Promise<void> {
    const input = this.#quickInput.locator('input.input');
    await until(`${words} in the choice`, async () => {
      await input.fill(words, { timeout: 3000 }).catch(() => undefined);
      const value = await input.inputValue({ timeout: 500 }).catch(() => undefined);
      return value === words ? true : undefined;
    });
  }

  /** Waits until the choice that is open shows an entry of this kind: its label, and in a second line the rest. */
  async entry(wanted: RegExp): Promise<string> {
    return until(`an entry like ${wanted}`, async () => {
      const rows = await rowsOnScreen(this.#entries(), ENTRY);
      return rows.map(({ text }) => text).find((text) => wanted.test(text));
    });
  }

  /** The first entries of the choice that is open, as many as are on screen, in the lines of {@link entry}. */
  async entries(): Promise<string[]> {
    return rowsInSight(this.#entries(), ENTRY);
  }

  /** Closes the choice that is open. */
  async dismiss(): Promise<void> {
    await this.#quickInput.locator('input.input').press('Escape');
    await this.#quickInput.waitFor({ state: 'hidden' });
  }

  /** What a screen reader is told of the choice that is open: what it asks, and its entries as far as they show. */
  async readAloud(): Promise<{ asks: string; entries: string[] }> {
    const aria = (locator: Locator) =>
      locator.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
    const [asks = ''] = await aria(this.#quickInput.locator('input.input'));
    return { asks, entries: await aria(this.#quickInput.locator('[role="option"]')) };
  }

  /** Takes the entry with this label of the suggestions, choices or actions that are open. */
  async accept(label: string): Promise<void> {
    const list = this.page
      .locator('.suggest-widget.visible, .quick-input-widget, .action-widget')
      .filter({ visible: true });
    const name = list.locator('.monaco-list-row.focused').locator('.label-name, .title').first();
    for (let steps = 0; steps < 500; steps++) {
      if ((await name.textContent()) === label) {
        await this.press('Enter');
        return list.waitFor({ state: 'hidden' });
      }
      await this.press('ArrowDown');
    }
    throw new Error(`No entry ${label}`);
  }

  /**
   * The problems panel's findings of all open files, such as `Error: … at line 2 and character 12. …`, once
   * there are `count` of them; without a count whatever there is when the list stands still.
   */
  async problems(count?: number): Promise<string[]> {
    const panel = this.page.locator('.markers-panel-container').filter({ visible: true });
    if (!(await panel.isVisible())) await this.press('Control+Shift+M');
    await panel.waitFor();
    const read = () =>
      panel
        .locator('.monaco-list-row[aria-level="2"]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
    if (count !== undefined) await poll(async () => ((await read()).length === count ? true : undefined));
    const found = await settled(read, 500);
    await this.press('Control+1');
    return found;
  }

  #entries(): Locator {
    return this.#quickInput.locator('.quick-input-list .monaco-list');
  }

  /** The notifications on screen. */
  async notifications(): Promise<string[]> {
    return visibleTexts(this.page.locator('.notification-list-item-message'));
  }

  /** Changes the colours. */
  async changeTheme({ id, className }: Theme): Promise<void> {
    const file = join(this.#home, 'fixtures', SETTINGS_FILE);
    const settings = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...settings, 'workbench.colorTheme': id }));
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Closes the page and removes the folder. */
  async close(): Promise<void> {
    await this.#context.close();
    await rm(this.#home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /**
   * Opens the palette, writes words into it, and waits for a command that has them. A key can be lost while the focus is
   * on its way between a page in the editor and the editor itself, and the palette is closed again when that page takes
   * the focus late: then it is opened once more.
   */
  async #askForCommand(words: string): Promise<void> {
    const input = this.#quickInput.locator('input.input');
    const found = this.#quickInput.locator('.monaco-list-row.focused', { hasText: words });
    const stands = () =>
      input.inputValue({ timeout: 2000 }).then(
        (value) => value === `>${words}`,
        () => false,
      );
    await until(`${words} in the palette`, async () => {
      // In a palette that opens late the same key would take its first command.
      if (!(await input.isVisible())) await this.press('F1');
      await poll(async () => ((await input.isVisible()) ? true : undefined), 3000);
      await input.fill(`>${words}`, { timeout: 3000 }).catch(() => undefined);
      const end = await poll(async () => {
        if (await found.isVisible()) return 'found';
        return (await stands()) ? undefined : 'closed';
      }, 8000);
      // Asked before the extensions were there, it stands without an answer.
      if (end === undefined) await this.press('Escape');
      return end === 'found' ? true : undefined;
    });
  }
}
