import { l10n, Uri, type Webview } from 'vscode';
import { MAP_STYLE } from '../map';
import type { Text } from '../words';
import { escapeHtml, pageLanguage } from './html';
import { say } from './language';

/** Returns the state map's page: a frame for its script, with the translated texts. Loads nothing external. */
export function stateMapPage(webview: Webview, dist: Uri, nonce: string): string {
  const uri = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  const text = (english: Text) => escapeHtml(say(english));
  return `<!DOCTYPE html>
<html lang="${escapeHtml(pageLanguage())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text('State Map')}</title>
<style nonce="${nonce}">${MAP_STYLE}</style>
<link rel="stylesheet" href="${uri('state-map.css')}">
</head>
<body data-texts="${escapeHtml(JSON.stringify(l10n.bundle ?? {}))}">
<main class="map">
  <header>
    <h1 id="title">${text('State Map')}</h1>
    <span class="field"><label for="cloud">${text('Cloud')}</label><select id="cloud"></select></span>
  </header>
  <p>${text('Each box is a status of the vm_state, with the task_states that give it. Select one to read its rule.')}</p>
  <table id="matrix" role="grid" aria-labelledby="title"></table>
  <div id="notes"></div>
  <div id="panels">
    <button id="fold" type="button" aria-expanded="true" aria-controls="panel">${text('About the chosen status and the server')}</button>
    <div id="panel" role="group" aria-labelledby="fold" tabindex="0">
      <section id="details" role="region" aria-label="${text('The chosen status')}" aria-live="polite"></section>
      <section id="way" role="region" aria-label="${text('The server at the cursor')}" aria-live="polite"></section>
    </div>
  </div>
  <div id="below">
    <section id="diagram-part" aria-labelledby="diagram-title">
      <h2 id="diagram-title">${text('From one vm_state to another')}</h2>
      <div id="diagram" class="scroll" role="group" aria-labelledby="diagram-title" tabindex="0"></div>
    </section>
    <section id="keeping-part" aria-labelledby="keeping-title">
      <h2 id="keeping-title">${text('Operations that keep the vm_state')}</h2>
      <dl id="keeping"></dl>
    </section>
  </div>
  <section>
    <h2 id="operations-title">${text('All operations')}</h2>
    <table id="operations" role="table" aria-labelledby="operations-title"></table>
  </section>
  <section aria-labelledby="sources-title">
    <h2 id="sources-title">${text('Sources')}</h2>
    <ul id="sources"></ul>
  </section>
</main>
<script nonce="${nonce}" src="${uri('state-map.js')}"></script>
</body>
</html>`;
}
