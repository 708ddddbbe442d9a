import { type MapCell, type MapRow, type StateMap, type Step, sayCell } from '../map';
import { type Say, sayAll } from '../words';
import { around, button, element } from './element';
import type { FromPage, MarkedServer } from './messages';

/** Draws the details of a cell: the rule that gives its status, and buttons for it. */
export function drawDetails(
  say: Say,
  map: StateMap,
  { vmState }: MapRow,
  cell: MapCell,
  server: MarkedServer | null,
  send: (message: FromPage) => void,
): HTMLElement[] {
  const source = map.sources[0];
  const find = button(say('Find servers in this state'), () =>
    send({ type: 'find', cell: { vmState, status: cell.status } }),
  );
  return [
    element(
      'h2',
      {},
      say('{name}: {values}', { name: vmState ?? say('any other vm_state'), values: cell.status }),
    ),
    ...(cell.meaning === '' ? [] : [element('p', {}, cell.meaning)]),
    element('p', {}, sayCell(say, vmState, cell)),
    ...(source
      ? [
          element(
            'p',
            {},
            ...around(
              say('Source: {source}, {date}', { date: source.date || say('no date') }),
              '{source}',
              element('a', { href: source.url }, source.title),
            ),
          ),
        ]
      : []),
    element('div', { class: 'actions' }, find, ...(server ? setControls(say, map, cell, server, send) : [])),
  ];
}

/** Draws the controls that set the server at the cursor to the cell's state, or the reason why it cannot be set. */
function setControls(
  say: Say,
  { cloud }: StateMap,
  { status, pairs }: MapCell,
  { heldTo }: MarkedServer,
  send: (message: FromPage) => void,
): HTMLElement[] {
  if (pairs.length === 0) return [];
  // The map's vm_state would not match the power_state of the server's cloud.
  if (heldTo.id !== cloud.id) {
    const why = say('The server is checked against {cloud}; select that cloud to set its state.', {
      cloud: heldTo.title,
    });
    return [element('span', {}, why)];
  }
  const options = pairs.map(({ taskState }, index) =>
    element('option', { value: String(index) }, taskState ?? 'null'),
  );
  const select = element('select', { id: 'task-state' }, ...options);
  const set = button(say('Set the server to this state'), () => {
    const pair = pairs[Number(select.value)];
    if (pair !== undefined) send({ type: 'set', state: { status, pair } });
  });
  return [
    element('span', { class: 'field' }, element('label', { for: 'task-state' }, 'task_state'), select),
    set,
  ];
}

/** Draws the actions that led to the state of the server at the cursor, and those that can follow. */
export function drawWay(say: Say, { says, way, vmState }: MarkedServer): HTMLElement[] {
  const heading = element('h2', {}, say('The server at the cursor: {server}', { server: says }));
  if (!way.plausible) {
    return [heading, element('p', {}, say('Nova never produces this pair, so its transitions are unknown.'))];
  }
  const end = ({ to }: Step) => (to === vmState ? say('stays {vmState}', { vmState }) : to);
  return [
    heading,
    element(
      'div',
      { class: 'way-lists' },
      list(say, say('Reached from:'), 'came', way.before, (step) => step.from ?? say('no server')),
      list(say, say('Next:'), 'next', way.next, end),
    ),
  ];
}

/** Draws steps, grouped by the vm_state at their other end: `active: start, hard reboot`. */
function list(
  say: Say,
  title: string,
  id: string,
  steps: readonly Step[],
  endOf: (step: Step) => string,
): HTMLElement {
  const ends = [...new Set(steps.map(endOf))];
  const lines = ends.map((end) => {
    const labels = steps.filter((step) => endOf(step) === end).map(({ action }) => action.label);
    const line = say('{name}: {values}', { values: sayAll(say, [...new Set(labels)]) });
    return element('li', {}, ...around(line, '{name}', element('b', {}, end)));
  });
  const nothing = element('li', {}, say('nothing'));
  return element(
    'div',
    {},
    element('h3', { id: `${id}-title` }, title),
    element('ul', { id, 'aria-labelledby': `${id}-title` }, ...(lines.length > 0 ? lines : [nothing])),
  );
}
