type Child = Node | string;

/** Creates an element with attributes and children. True sets an attribute without a value; false omits it. */
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

/** Creates a button. */
export function button(label: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', run);
  return made;
}

/** Replaces the `{mark}` of a text by an element. Its place in the text differs between languages. */
export function around(text: string, mark: string, child: Node): Child[] {
  const [before = '', after = ''] = text.split(mark);
  return [before, child, after];
}

/** Returns the page's element with an id. @throws Error if there is none. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element ${id}.`);
  return found;
}
