import { sha256 } from '@noble/hashes/sha2.js';
import { type Language, type Scenario, visible } from '../../scenario/index.ts';
import { figureWithUnit, whole } from '../figures.ts';
import type { Commands } from '../frame.ts';
import { messagesOf } from '../messages.ts';
import type { Draw } from './draw.ts';
import { html, jsonMarkup, Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { htmlWordsOf } from './words.ts';

/** What a document is made of. */
export interface DocumentParts<J extends object> {
  readonly json: J;
  readonly scenario: Scenario;
  readonly commands: Commands;
  /** The language it opens in. */
  readonly language: Language;
  readonly draw: Draw;
  /** What kind of report it is. */
  readonly kind: (language: Language) => string;
  /** Calls and tonnes that it is about. */
  readonly calls: { readonly count: number; readonly tonnes: number };
  readonly sections: (page: Page<J>) => readonly (Section | null)[];
}

/** Languages in the order in which they stand in the document. */
const LANGUAGES: readonly Language[] = ['zh', 'en'];

/**
 * One file that opens from disk: every section in both languages, one of which is shown, with the data that they were
 * made of. A policy in it forbids fetching anything and running any script but its own.
 */
export function documentOf<J extends object>(parts: DocumentParts<J>): string {
  const { json, language } = parts;
  const title = titleOf(parts, language);
  const drawn = new Map<string, Markup>();
  const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(SCRIPT))));
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="zhizhuang">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${LANGUAGES.map((one) => inLanguage(parts, one, drawn))}<script type="application/json" id="data">${jsonMarkup(json)}</script>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.text;
}

function titleOf<J extends object>({ scenario, kind }: DocumentParts<J>, language: Language): string {
  return `${visible(scenario.title[language])} – ${kind(language)}`;
}

function inLanguage<J extends object>(parts: DocumentParts<J>, language: Language, drawn: Map<string, Markup>): Markup {
  const { json, scenario, commands, draw, calls, kind } = parts;
  const [messages, words] = [messagesOf(language), htmlWordsOf(language)];
  const page: Page<J> = { json, scenario, commands, language, messages, words, draw, drawn };
  const sections = parts.sections(page).filter((section) => section !== null);
  const other = language === 'zh' ? 'en' : 'zh';
  const { period } = scenario;
  const season = messages.notes.season(
    whole(calls.count),
    figureWithUnit(messages, 't', calls.tonnes),
    period.start,
    period.end,
  );
  return html`<div data-lang="${language}" lang="${language}" data-copied="${words.copied}">
<header>
<p class="language"><button type="button" class="switch" value="${other}" lang="${other}" data-title="${titleOf(parts, other)}">${htmlWordsOf(other).otherLanguage}</button></p>
<p class="kind">${kind(language)}</p>
<h1>${visible(scenario.title[language])}</h1>
<p class="question">${visible(scenario.question[language])}</p>
<p class="season">${season} · ${visible(scenario.name)}</p>
<nav aria-label="${words.contents}"><ol>${sections.map(({ id, heading }) => html`<li><a href="#${id}-${language}">${heading}</a></li>`)}</ol></nav>
</header>
<main>
${sections.map(
  ({
    id,
    heading,
    body,
  }) => html`<section aria-labelledby="${id}-${language}-h" id="${id}-${language}"><h2 id="${id}-${language}-h">${heading}</h2>
${body}</section>
`,
)}</main>
</div>
`;
}
