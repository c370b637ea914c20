export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

export function button(className: string, text: string, onPress: () => void): HTMLButtonElement {
  const element = make('button', className, text);
  element.type = 'button';
  element.addEventListener('click', onPress);
  return element;
}

export function field(label: string, mostCharacters: number): HTMLInputElement {
  const element = make('input', 'search');
  element.setAttribute('aria-label', label);
  element.maxLength = mostCharacters;
  element.autocomplete = 'off';
  return element;
}
