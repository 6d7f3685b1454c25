/** What can be asked of the player. */
export type PlayerAction =
  | { readonly is: 'toggle' | 'begin' | 'end' | 'next' | 'previous' | 'follow' }
  | { readonly is: 'step'; readonly hours: number }
  | { readonly is: 'speed'; readonly by: 1 | -1 };

/** A key that was pressed, and on what. */
export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly target: unknown;
}

/** What a key asks for; null: nothing of the player. Keys that the element they were pressed on needs are its own. */
export function actionFor({ key, shiftKey, ctrlKey, altKey, metaKey, target }: Pressed): PlayerAction | null {
  if (ctrlKey || altKey || metaKey) return null;
  const tag = (target as { tagName?: string } | null)?.tagName ?? '';
  if (tag === 'SELECT' || tag === 'TEXTAREA') return null;
  if (key === ' ' && (tag === 'BUTTON' || tag === 'SUMMARY')) return null;
  switch (key) {
    case ' ':
      return { is: 'toggle' };
    case 'ArrowLeft':
      return { is: 'step', hours: shiftKey ? -6 : -1 / 6 };
    case 'ArrowRight':
      return { is: 'step', hours: shiftKey ? 6 : 1 / 6 };
    case 'Home':
      return { is: 'begin' };
    case 'End':
      return { is: 'end' };
    case '+':
    case '=':
      return { is: 'speed', by: 1 };
    case '-':
    case '_':
      return { is: 'speed', by: -1 };
  }
  switch (key.toLowerCase()) {
    case 'n':
      return { is: 'next' };
    case 'p':
      return { is: 'previous' };
    case 'f':
      return { is: 'follow' };
    default:
      return null;
  }
}
