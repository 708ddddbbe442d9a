type Child = Node | string;

/** An element with attributes and children. True stands for an attribute without a value, false for none. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(label: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', run);
  return made;
}

/**
 * A text with an element in it: what stands before its `{mark}`, the element, and what stands behind it. Languages
 * put it in different places.
 */
export function around(text: string, mark: string, child: Node): Child[] {
  const [before = '', after = ''] = text.split(mark);
  return [before, child, after];
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element ${id}.`);
  return found;
}
