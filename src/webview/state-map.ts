import { layoutDiagram, type Marks, renderSvg, type StateMap, sayWays } from '../map';
import { type Say, sayAll, sayFrom, saySource } from '../words';
import { drawDetails, drawWay } from './details';
import { around, byId, element } from './element';
import { cellOf, drawMatrix, isSame, neighbour } from './matrix';
import type { CellId, FromPage, MarkedServer, PageState, ToPage } from './messages';
import { drawOperations } from './operations';

/** VS Code defines this function in every webview. It may be called only once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

/** The minimum width of the page for a wide diagram, in pixels. */
const WIDE = 780;

/** The state of the page. */
interface Page {
  readonly map: StateMap | null;
  readonly clouds: readonly { readonly id: string; readonly title: string }[];
  readonly picked: string;
  readonly server: MarkedServer | null;
  readonly cell: CellId | null;
  readonly folded: boolean;
}

/** Redraws a part of the page only if its data has changed, so focus and choices are kept. */
type Redraw = (id: string, about: unknown, make: () => readonly (Node | string)[]) => void;

function start(): void {
  const host = acquireVsCodeApi();
  const send = (message: FromPage) => host.postMessage(message);
  const say = sayFrom(JSON.parse(document.body.dataset.texts ?? '{}'));
  const drawn = new Map<string, string>();
  const redraw: Redraw = (id, about, make) => {
    const key = JSON.stringify(about);
    if (drawn.get(id) === key) return;
    drawn.set(id, key);
    byId(id).replaceChildren(...make());
  };
  const kept = host.getState();
  let page: Page = {
    map: null,
    clouds: [],
    picked: '',
    server: null,
    cell: kept?.cell ?? null,
    folded: kept?.folded ?? false,
  };
  const show = (change: Partial<Page>) => {
    page = { ...page, ...change };
    host.setState({ picked: page.picked, cell: page.cell, folded: page.folded });
    if (page.map !== null) draw(say, page.map, page, send, redraw);
  };

  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'map') show({ map: data.map, clouds: data.clouds, picked: data.picked });
    else {
      show({ server: data.server });
      revealServer();
    }
  });
  byId('cloud').addEventListener('change', ({ target }) => {
    send({ type: 'pick', cloud: (target as HTMLSelectElement).value });
  });
  const matrix = byId('matrix');
  matrix.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    const cell = button && cellOf(button);
    // A click on a status opens the panel with its rule.
    if (cell) show({ cell, folded: false });
  });
  matrix.addEventListener('keydown', (event) => {
    const next = neighbour(event.target as Element, event.key);
    if (next === undefined) return;
    event.preventDefault();
    for (const button of matrix.querySelectorAll('button')) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
  byId('fold').addEventListener('click', () => show({ folded: !page.folded }));
  // The diagram also has a narrow form.
  window.addEventListener('resize', () => show({}));
  send({ type: 'ready' });
}

/** Draws the whole page. Each part is redrawn only if needed. */
function draw(say: Say, map: StateMap, page: Page, send: (message: FromPage) => void, redraw: Redraw): void {
  const { clouds, picked, server, cell, folded } = page;
  const all = map.rows.flatMap((row) => row.cells.map((one) => ({ row, cell: one })));
  const find = (id: CellId | null | undefined) =>
    id ? all.find((one) => isSame({ vmState: one.row.vmState, status: one.cell.status }, id)) : undefined;
  const chosen = find(cell);

  byId('title').textContent = say('States of {cloud}', { cloud: map.cloud.title });
  redraw('cloud', clouds, () => [
    element('option', { value: '' }, say('The cloud of the server at the cursor')),
    ...clouds.map(({ id, title }) => element('option', { value: id }, title)),
  ]);
  (byId('cloud') as HTMLSelectElement).value = picked;

  // Redrawing the matrix removes its buttons, so the focus is restored afterwards.
  const focused = document.activeElement && cellOf(document.activeElement);
  const current = find(focused) ?? chosen ?? all[0];
  // Only one cell is in the tab order; arrow keys move between the cells.
  const tabStop = current ? { vmState: current.row.vmState, status: current.cell.status } : null;
  redraw('matrix', [map, server, cell], () =>
    drawMatrix(say, map, { server, chosen: cell, current: tabStop }),
  );
  if (focused && document.activeElement === document.body) focusOn(focused);

  byId('fold').setAttribute('aria-expanded', String(!folded));
  byId('panel').hidden = folded;
  redraw('notes', map.notes, () => map.notes.map((note) => element('p', {}, note)));
  redraw('details', [map, chosen, server?.heldTo ?? null], () =>
    chosen
      ? drawDetails(say, map, chosen.row, chosen.cell, server, send)
      : [element('p', { class: 'hint' }, say('Select a status to read its rule.'))],
  );
  redraw('way', server, () =>
    server
      ? drawWay(say, server)
      : [element('p', { class: 'hint' }, say('Put the cursor on a server to see its transitions.'))],
  );
  const narrow = byId('diagram').clientWidth < WIDE;
  redraw('diagram', [map, server, narrow], () => [picture(say, map, server, narrow)]);
  redraw('keeping', map.keeping, () =>
    map.keeping.flatMap(({ action, vmStates }) => [
      element('dt', {}, action.label),
      element('dd', {}, sayAll(say, vmStates)),
    ]),
  );
  redraw('operations', map.operations, () => drawOperations(say, map.operations));
  redraw('sources', map.sources, () =>
    map.sources.map(({ title, url, date }) =>
      element(
        'li',
        {},
        ...around(saySource(say, { title: '{title}', date }), '{title}', element('a', { href: url }, title)),
      ),
    ),
  );
}

/** Scrolls to the server's cell, unless the matrix is not visible or the user works in the page. */
function revealServer(): void {
  const { top, bottom } = byId('matrix').getBoundingClientRect();
  const isBusy = document.hasFocus() && document.activeElement !== document.body;
  if (isBusy || bottom < 0 || top > window.innerHeight) return;
  document.querySelector('.cell.now')?.scrollIntoView({ block: 'nearest' });
}

function focusOn(cell: CellId): void {
  const buttons = [...byId('matrix').querySelectorAll('button')];
  buttons.find((button) => isSame(cell, cellOf(button) ?? null))?.focus();
}

/** Draws the transitions between the vm_states, and marks those of the server. */
function picture(say: Say, map: StateMap, server: MarkedServer | null, narrow: boolean): Node {
  const marks: Marks | undefined = server ? { vmState: server.vmState, ...server.way } : undefined;
  const svg = renderSvg(layoutDiagram(say, map, narrow ? 0 : undefined), {
    title: say('Transitions between the vm_states of {cloud}', { cloud: map.cloud.title }),
    description: sayWays(say, map),
    ...(marks ? { marks } : {}),
  });
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
}

start();
