import type { Operation } from '../map';
import { type Say, sayAll } from '../words';
import { element } from './element';

/**
 * Draws the table of operations: a body for each operation, with a row for each of its ends. It has explicit roles, as
 * a narrow page changes the display of the table, which removes the implicit ones.
 */
export function drawOperations(say: Say, operations: readonly Operation[]): HTMLElement[] {
  const titles = {
    operation: say('operation'),
    call: say('API call'),
    begin: say('from vm_state'),
    end: say('to vm_state'),
    note: say('note'),
  };
  const head = Object.values(titles).map((title) =>
    element('th', { scope: 'col', role: 'columnheader' }, title),
  );
  return [
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...head)),
    ...operations.map((operation) =>
      element('tbody', { role: 'rowgroup' }, ...drawRows(say, titles, operation)),
    ),
  ];
}

type Titles = Readonly<Record<'call' | 'begin' | 'end' | 'note', string>>;

function drawRows(say: Say, titles: Titles, { label, title, call, ways, note }: Operation): HTMLElement[] {
  const rowspan = String(ways.length);
  const name = element(
    'th',
    { class: 'name', scope: 'rowgroup', role: 'rowheader', rowspan },
    element('b', {}, label),
    ...(title === '' ? [] : [' ', element('span', { class: 'more' }, title)]),
  );
  const how = call === null ? say('none; Nova does it by itself') : element('code', {}, ...breakable(call));
  // In a narrow page, each cell shows its column's heading.
  const cell = (
    kind: 'call' | 'begin' | 'end' | 'note',
    attributes: Record<string, string>,
    child: Node | string,
  ) => element('td', { class: kind, role: 'cell', 'data-title': titles[kind], ...attributes }, child);
  return ways.map(({ from, to }, index) => {
    const ends = [cell('begin', {}, sayAll(say, from)), cell('end', {}, sayAll(say, to))];
    if (index > 0) return element('tr', { role: 'row' }, ...ends);
    return element(
      'tr',
      { role: 'row' },
      name,
      cell('call', { rowspan }, how),
      ...ends,
      cell('note', { rowspan }, note),
    );
  });
}

/** Allows a line break before each part of a path. */
function breakable(call: string): (Node | string)[] {
  const [first = '', ...others] = call.split(/(?=\/)/);
  return [first, ...others.flatMap((part) => [element('wbr'), part])];
}
