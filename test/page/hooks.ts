import { join } from 'node:path';
import { given, sharedBrowser } from './browser';

/** Mocha's hooks around every test: takes a picture of each open page after one that failed, and names it after that. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test.fullTitle().replaceAll(/\W+/g, '-');
    const browser = await sharedBrowser();
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: join(given('PAGE_SCREENSHOTS'), `${name}-${index + 1}.png`) });
  },
};
