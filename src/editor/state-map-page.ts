import { Uri, type Webview } from 'vscode';
import { MAP_STYLE } from '../service';

/** The page of the state map: a frame that its script fills. Nothing in it comes from elsewhere. */
export function stateMapPage(webview: Webview, dist: Uri, nonce: string): string {
  const uri = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>State map</title>
<style nonce="${nonce}">${MAP_STYLE}</style>
<link rel="stylesheet" href="${uri('state-map.css')}">
</head>
<body>
<main class="map">
  <header>
    <h1 id="title">State map</h1>
    <span class="field"><label for="cloud">Cloud</label><select id="cloud"></select></span>
  </header>
  <p>A box is a status that the vm_state shows, with the task_states that give it. Choose one to read its rule.</p>
  <table id="matrix" role="grid" aria-labelledby="title"></table>
  <div id="notes"></div>
  <div id="panels" role="group" aria-label="About the chosen status and the server" tabindex="0">
    <section id="details" role="region" aria-label="The chosen status" aria-live="polite"></section>
    <section id="way" role="region" aria-label="The server at the cursor" aria-live="polite"></section>
  </div>
  <div id="below">
    <section id="diagram-part" aria-labelledby="diagram-title">
      <h2 id="diagram-title">From one vm_state to another</h2>
      <div id="diagram" class="scroll" role="group" aria-labelledby="diagram-title" tabindex="0"></div>
    </section>
    <section id="keeping-part" aria-labelledby="keeping-title">
      <h2 id="keeping-title">Operations that keep the vm_state</h2>
      <dl id="keeping"></dl>
    </section>
  </div>
  <section aria-labelledby="sources-title">
    <h2 id="sources-title">Sources</h2>
    <ul id="sources"></ul>
  </section>
</main>
<script nonce="${nonce}" src="${uri('state-map.js')}"></script>
</body>
</html>`;
}
