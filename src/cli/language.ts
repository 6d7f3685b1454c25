import type { Language } from '../scenario/index.ts';

/**
 * The language to speak: `--lang` if it says one, else the first of LC_ALL, LC_MESSAGES and LANG that says anything.
 *
 * @param args the command line; it is looked at before it is parsed, because help and errors are told in the language
 * @example languageOf([], { LANG: 'zh_CN.UTF-8' }) // 'zh'
 */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  if (at >= 0 && (asked === 'zh' || asked === 'en')) return asked;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return locale !== undefined && /^zh(?:[_.@-]|$)/iu.test(locale) ? 'zh' : 'en';
}
