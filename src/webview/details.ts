import { type MapCell, type MapRow, type StateMap, type Step, sayCell } from '../service/map';
import { button, element } from './element';
import type { FromPage, MarkedServer } from './messages';

/** Says by what rule a cell has its status, and offers what can be done with it. */
export function drawDetails(
  map: StateMap,
  { vmState }: MapRow,
  cell: MapCell,
  canSet: boolean,
  send: (message: FromPage) => void,
): HTMLElement[] {
  const source = map.sources[0];
  const find = button('Find servers in this state', () =>
    send({ type: 'find', cell: { vmState, status: cell.status } }),
  );
  return [
    element('h2', {}, `${vmState ?? 'any other vm_state'}: ${cell.status}`),
    ...(cell.meaning === '' ? [] : [element('p', {}, cell.meaning)]),
    element('p', {}, sayCell(vmState, cell)),
    ...(source
      ? [
          element(
            'p',
            {},
            'Source: ',
            element('a', { href: source.url }, source.title),
            `, ${source.date || 'no date'}`,
          ),
        ]
      : []),
    element('div', { class: 'actions' }, find, ...(canSet ? setControls(cell, send) : [])),
  ];
}

/** What sets the server at the cursor to the state: which task_state, and the button. */
function setControls({ status, pairs }: MapCell, send: (message: FromPage) => void): HTMLElement[] {
  if (pairs.length === 0) return [];
  const options = pairs.map(({ taskState }, index) =>
    element('option', { value: String(index) }, taskState ?? 'null'),
  );
  const select = element('select', { id: 'task-state' }, ...options);
  const set = button('Set the server to this state', () => {
    const pair = pairs[Number(select.value)];
    if (pair !== undefined) send({ type: 'set', state: { status, pair } });
  });
  return [
    element('span', { class: 'field' }, element('label', { for: 'task-state' }, 'task_state'), select),
    set,
  ];
}

/** Says where the server at the cursor comes from and what can come next. */
export function drawWay({ says, way, vmState }: MarkedServer): HTMLElement[] {
  const heading = element('h2', {}, `The server at the cursor: ${says}`);
  if (!way.plausible) {
    return [heading, element('p', {}, 'Nova never produces this pair, so nothing is known of its way.')];
  }
  const end = ({ to }: Step) => (to === vmState ? `stays ${to}` : to);
  return [
    heading,
    element(
      'div',
      { class: 'way-lists' },
      list('Came from:', 'came', way.before, (step) => step.from ?? 'no server'),
      list('Can come next:', 'next', way.next, end),
    ),
  ];
}

/** Steps by the vm_state at their other end: `active: start, hard reboot`. */
function list(title: string, id: string, steps: readonly Step[], endOf: (step: Step) => string): HTMLElement {
  const ends = [...new Set(steps.map(endOf))];
  const lines = ends.map((end) => {
    const labels = steps.filter((step) => endOf(step) === end).map(({ action }) => action.label);
    return element('li', {}, element('b', {}, end), `: ${[...new Set(labels)].join(', ')}`);
  });
  const nothing = element('li', {}, 'nothing');
  return element(
    'div',
    {},
    element('h3', { id: `${id}-title` }, title),
    element('ul', { id, 'aria-labelledby': `${id}-title` }, ...(lines.length > 0 ? lines : [nothing])),
  );
}
