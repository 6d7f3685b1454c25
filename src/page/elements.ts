type Child = Node | string | null | false;

/** Attributes by name; true stands without a value, false and undefined not at all. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Makes an element. Whatever a scenario says goes in as text, never as markup.
 *
 * @example h('p', { class: 'help' }, 'words')
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/** Makes an element of a drawing. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** An element with what is done when something happens to it. */
export function on<E extends Element, Name extends keyof HTMLElementEventMap>(
  element: E,
  name: Name,
  act: (event: HTMLElementEventMap[Name], element: E) => void,
): E {
  element.addEventListener(name, (event) => act(event as HTMLElementEventMap[Name], element));
  return element;
}

/** A button. */
export function button(label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return on(h('button', { type: 'button', ...attributes }, label), 'click', act);
}
