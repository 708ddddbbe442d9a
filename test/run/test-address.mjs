/**
 * Returns the address of a page that runs tests in its extension host: the folder, and as payload the paths as the page's
 * remote knows them.
 *
 * @param {import('../../scripts/vscode/serve.mjs').Served} served
 * @param {{ extension: string, tests: string, folder: string }} paths
 */
export function testAddress(served, { extension, tests, folder }) {
  const { host } = new URL(served.origin);
  const payload = [
    ['extensionDevelopmentPath', `vscode-remote://${host}${extension}`],
    ['extensionTestsPath', `vscode-remote://${host}${tests}`],
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  return `${served.address(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
