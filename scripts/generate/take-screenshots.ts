import { join } from 'node:path';
import { given } from '../../test/page/browser';
import { mapFrame } from '../../test/page/map-page';
import { openWorkbench } from '../../test/page/open-workbench';
import { until } from '../../test/page/wait';
import type { Workbench } from '../../test/page/workbench';

/** Hides everything on screen except the fixture. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.folding': false,
  'editor.guides.indentation': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.lineHeight': 20,
  'editor.matchBrackets': 'never',
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};

const THEMES = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;

const REBOOTING = `{
  "server": {
    "name": "web-1",
    "status": "ACTIVE",
    "OS-EXT-STS:vm_state": "active",
    "OS-EXT-STS:task_state": "rebooting"
  }
}
`;

const SERVERS = `servers:
  - name: web-1
    OS-EXT-STS:vm_state: active
    OS-EXT-STS:task_state: resize_prep
    status: RESIZE
  - name: db-1
    OS-EXT-STS:vm_state: stopped
    OS-EXT-STS:task_state: powering-on
  - name: db-2
    OS-EXT-STS:vm_state: shelved_offloaded
    OS-EXT-STS:task_state: null
`;

interface Picture {
  readonly file: string;
  readonly text: string;
  /** The size of the picture from the top left corner of `part`, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly part?: string;
  /** The window's size if it is not the default. In a higher window, hovers and lists are larger. */
  readonly window?: { readonly width: number; readonly height: number };
  /** Shows the subject of the picture. */
  show(workbench: Workbench): Promise<unknown>;
}

/** The pixels of the picture for each pixel of the page: sharp enough for most screens without a large file. */
const SCALE = 1.5;

const WINDOW = { width: 900, height: 1500 };

const PICTURES: Readonly<Record<string, Picture>> = {
  finding: {
    file: 'web-1.json',
    text: REBOOTING,
    width: 900,
    height: 398,
    async show(workbench) {
      await workbench.goTo(4, 16);
      // Until the fixes are known, the hover says that there are none.
      await workbench.lightBulb('Set status to REBOOT');
      await workbench.hoverAt(4, 16);
    },
  },
  'quick-fix': {
    file: 'web-1.json',
    text: REBOOTING,
    width: 640,
    height: 330,
    async show(workbench) {
      await workbench.goTo(4, 16);
      await workbench.lightBulb('Set status to REBOOT');
    },
  },
  completion: {
    file: 'web-1.json',
    text: REBOOTING,
    width: 640,
    height: 370,
    async show(workbench) {
      await workbench.goTo(4, 16);
      await workbench.suggestions();
    },
  },
  'inlay-hints': {
    file: 'servers.yaml',
    text: SERVERS,
    width: 640,
    height: 272,
    show: (workbench) =>
      until('the hints', async () => ((await workbench.hints()).length === 2 ? true : undefined)),
  },
  'state-map': {
    file: 'servers.yaml',
    text: SERVERS,
    width: 1100,
    height: 930,
    window: { width: 1100, height: 930 },
    async show(workbench) {
      await workbench.goTo(5, 13);
      await workbench.runCommand('Server Status: Show State Map');
      const frame = await mapFrame(workbench);
      await frame.locator('.cell.now').waitFor();
    },
  },
  'look-up': {
    file: 'web-1.json',
    text: REBOOTING,
    width: 600,
    height: 366,
    part: '.quick-input-widget',
    window: { width: 1000, height: 1000 },
    async show(workbench) {
      await workbench.quickPick('Server Status: Look Up');
      await workbench.filter('resize');
      await workbench.entry(/^resize_prep\n/);
    },
  },
};

/** Takes the named pictures, or all of them, in a dark and a light theme, and writes them as PNG. */
export async function takeScreenshots(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(PICTURES)) {
    const picture = PICTURES[name];
    if (picture === undefined) throw new Error(`Wanted: some of ${Object.keys(PICTURES).join(', ')}`);
    for (const [shade, theme] of Object.entries(THEMES)) await take(picture, `${name}-${shade}.png`, theme);
  }
}

async function take(picture: Picture, name: string, theme: string): Promise<void> {
  const { file, text, width, height, part = '.part.editor', window = WINDOW, show } = picture;
  const settings = { ...SETTINGS, 'workbench.colorTheme': theme };
  const screen = { viewport: window, deviceScaleFactor: SCALE, reducedMotion: 'reduce' } as const;
  const workbench = await openWorkbench({ [file]: text }, { settings, screen });
  try {
    const { page } = workbench;
    await workbench.press('Control+B');
    await workbench.openFile(file);
    await show(workbench);
    await page.mouse.move(0, 0);
    const box = await page.locator(part).first().boundingBox();
    if (box === null) throw new Error(`There is no ${part}`);
    const clip = {
      x: box.x,
      y: box.y,
      width: Math.min(width, box.width),
      height: Math.min(height, box.height),
    };
    await page.screenshot({ path: join(given('PAGE_SCREENSHOTS'), name), clip, animations: 'disabled' });
    console.log(name);
  } finally {
    await workbench.close();
  }
}
