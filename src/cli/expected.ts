/** The usual form of a complaint in English. @param found what was typed; null if nothing was */
export function expectedInEnglish(what: string, found: string | null): string {
  return `expected ${what}, found ${found === null ? 'nothing' : `"${found}"`}`;
}

/** The same in Chinese; a figure or a Latin letter stands off from the characters before it. */
export function expectedInChinese(what: string, found: string | null): string {
  const gap = /^[\w-]/.test(what) ? ' ' : '';
  return `应为${gap}${what}，${found === null ? '但未填写' : `实为“${found}”`}`;
}
