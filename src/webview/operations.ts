import type { Operation } from '../map';
import { type Say, sayAll } from '../words';
import { element } from './element';

/** What the table of operations holds: one body an operation, in it one row for each of its ends. */
export function drawOperations(say: Say, operations: readonly Operation[]): HTMLElement[] {
  const head = [say('operation'), say('API call'), say('from vm_state'), say('to vm_state'), say('note')].map(
    (title) => element('th', { scope: 'col' }, title),
  );
  return [
    element('thead', {}, element('tr', {}, ...head)),
    ...operations.map((operation) => element('tbody', {}, ...drawRows(say, operation))),
  ];
}

function drawRows(say: Say, { label, title, call, ways, note }: Operation): HTMLElement[] {
  const rowspan = String(ways.length);
  const name = element(
    'th',
    { class: 'name', scope: 'rowgroup', rowspan },
    element('b', {}, label),
    ...(title === '' ? [] : [' ', element('span', { class: 'more' }, title)]),
  );
  const how = call === null ? say('none, Nova does it by itself') : element('code', {}, ...breakable(call));
  return ways.map(({ from, to }, index) => {
    const ends = [from, to].map((all) => element('td', { class: 'ends' }, sayAll(say, all)));
    if (index > 0) return element('tr', {}, ...ends);
    return element(
      'tr',
      {},
      name,
      element('td', { class: 'call', rowspan }, how),
      ...ends,
      element('td', { class: 'note', rowspan }, note),
    );
  });
}

/** A path that may go on in the next line before each of its parts. */
function breakable(call: string): (Node | string)[] {
  const [first = '', ...others] = call.split(/(?=\/)/);
  return [first, ...others.flatMap((part) => [element('wbr'), part])];
}
