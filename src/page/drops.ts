import { h } from './elements.ts';

/**
 * Watches for files dropped anywhere on the page.
 *
 * @param take told of the first file of each drop
 * @param hint what to say while a file is held over the page
 */
export function watchDrops(take: (file: File) => void, hint: () => string): void {
  const veil = h('div', { class: 'veil', 'aria-hidden': 'true', hidden: true });
  document.body.append(veil);
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    veil.textContent = hint();
    veil.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) veil.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    veil.hidden = true;
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    take(file);
  });
}
