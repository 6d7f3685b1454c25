import { SHIPPED } from 'virtual:scenarios';
import { messagesOf, typedCommand, unfinishedText } from '../report/browser.ts';
import { editSettings, type Language, type Problem, type Scenario } from '../scenario/index.ts';
import type { Outcome, UnfinishedSeason } from '../study/index.ts';
import { answerOf } from './answer.ts';
import { type Details, makeDetails, type Panel } from './details.ts';
import { watchDrops } from './drops.ts';
import { button, h } from './elements.ts';
import { type Hand, onWorkers, type PageExecutor } from './executor.ts';
import { givenIn } from './given.ts';
import { headerOf } from './header.ts';
import { runLive } from './live-study.ts';
import { Newest } from './newest.ts';
import { lines, MOST_BYTES, type Opened, opened, withSettings } from './opened.ts';
import { modesOf, resultText, savingsOf, shownResult } from './result.ts';
import { keyOf, withSetting } from './settings.ts';
import { type Given, shareOf } from './share.ts';
import { hashOf, type PageState, REPLICATIONS, type ScenarioText, stateOf } from './state.ts';
import { whatIfOf } from './what-if.ts';
import { type PageWords, wordsOf } from './words.ts';

/** Workers that simulate, at most: more take memory from a phone and gain little. */
const MOST_WORKERS = 4;
/** How long a first answer is waited for when something newer is asked, ms. */
const PATIENCE_MS = 800;

/**
 * Starts the page.
 *
 * @param hire makes a worker
 */
export async function startPage(hire: () => Hand): Promise<void> {
  const workers = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2));
  const page = new Page(onWorkers(hire, workers));
  await page.begin();
}

/** The page: what is open and set, what is known of it, and the elements that show it. */
class Page {
  readonly #executor: PageExecutor;
  readonly #newest = new Newest(PATIENCE_MS);
  readonly #panels = new Set<Panel>(['measures', 'published']);
  readonly #answer = h('div', { class: 'content' });
  readonly #told = h('p', { class: 'unseen', role: 'status' });
  readonly #errors = h('div', { class: 'errors', role: 'alert', hidden: true });
  #state: Omit<PageState, 'scenario'> = {
    settings: [],
    rival: 'direct',
    seed: 1,
    replications: REPLICATIONS,
    language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
  };
  #opened: Opened = shipped(SHIPPED[0]?.file ?? '');
  /** With what is set over it; null while the settings cannot stand together. */
  #scenario: Scenario | null = null;
  #outcomes: readonly Outcome[] = [];
  #details: Details | null = null;
  #share: ReturnType<typeof shareOf> | null = null;

  constructor(executor: PageExecutor) {
    this.#executor = executor;
  }

  get #words(): PageWords {
    return wordsOf(this.#state.language);
  }

  /** Takes up what the page was given or its address says, and answers. */
  async begin(): Promise<void> {
    const given = givenIn(document);
    if (given !== null) {
      const { settings, seed, replications, language } = given;
      this.#state = { ...this.#state, settings, seed, replications, ...(language === null ? {} : { language }) };
      const known = SHIPPED.find(({ file, text }) => file === given.file && text === given.text);
      if (known !== undefined) this.#opened = shipped(known.file);
      else this.#open({ is: 'own', file: given.file }, given.text, settings);
    }
    await this.#restore();
    window.addEventListener('hashchange', () => void this.#restore());
    watchDrops(
      (file) => void this.#openFile(file),
      () => this.#words.scenario.drop,
    );
  }

  /** Does as the address says, if that is not what is shown already. */
  async #restore(): Promise<void> {
    const { scenario, ...said } = await stateOf(location.hash);
    if (location.hash !== '' && location.hash === (await this.#hash())) return;
    this.#state = { ...this.#state, ...(location.hash === '' ? {} : said) };
    const file = scenario?.file;
    const known = file !== undefined && SHIPPED.some((one) => one.file === file);
    if (scenario?.is === 'own') this.#open(scenario, scenario.text, this.#state.settings);
    else if (known) this.#opened = shipped(file);
    this.#changeScenario();
  }

  #hash(): Promise<string> {
    return hashOf({ ...this.#state, scenario: this.#source });
  }

  get #source(): ScenarioText {
    const { from, text } = this.#opened;
    return from.is === 'own' ? { is: 'own', file: from.file, text } : { is: 'shipped', file: from.file };
  }

  /** Opens a scenario's text, or tells everything that is wrong with it. */
  #open(from: { is: 'own'; file: string }, text: string | Uint8Array, settings: readonly string[]): boolean {
    const read = opened(from, text);
    if ('scenario' in read) {
      this.#opened = read;
      this.#state = { ...this.#state, settings };
      this.#errors.hidden = true;
      return true;
    }
    this.#complain(this.#words.scenario.wrong(from.file, read.length), lines(read, this.#state.language));
    return false;
  }

  async #openFile(file: File): Promise<void> {
    const { scenario } = this.#words;
    if (file.size > MOST_BYTES) {
      this.#complain(scenario.wrong(file.name, 1), [scenario.tooLarge(file.name, String(MOST_BYTES))]);
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (this.#open({ is: 'own', file: file.name }, bytes, [])) this.#changeScenario();
  }

  #complain(heading: string, found: readonly string[]): void {
    const { scenario } = this.#words;
    this.#errors.hidden = false;
    this.#errors.replaceChildren(
      h('p', {}, h('b', {}, heading), ' ', scenario.kept),
      h('ul', {}, ...found.map((line) => h('li', {}, line))),
      button(scenario.close, () => {
        this.#errors.hidden = true;
      }),
    );
  }

  #changeScenario(): void {
    this.#executor.open(this.#opened.scenario);
    this.#outcomes = [];
    this.#render();
    this.#ask();
  }

  #change(change: Partial<PageState>, anew = true): void {
    this.#state = { ...this.#state, ...change };
    if (anew) this.#render();
    this.#ask();
  }

  #speak(language: Language): void {
    this.#state = { ...this.#state, language };
    this.#render();
    void this.#remember();
  }

  /** Puts the state into the address, without a step in the browser's history for each. */
  async #remember(): Promise<void> {
    const hash = await this.#hash();
    if (hash !== location.hash) history.replaceState(null, '', hash);
  }

  /** Asks for the answer to what is set now. */
  #ask(): void {
    void this.#remember();
    const { settings, rival, seed, replications } = this.#state;
    const read = withSettings(this.#opened, settings);
    this.#share?.ready(false);
    if (!read.ok) {
      this.#scenario = null;
      this.#refuse(this.#words.answer.settings, lines(read.problems, this.#state.language));
      // Whatever still runs answers another question.
      this.#newest.ask(async () => {});
      return;
    }
    const { scenario } = read;
    this.#scenario = scenario;
    this.#newest.ask(async (signal, answered) => {
      this.#answer.setAttribute('aria-busy', 'true');
      const study = { scenario, settings, modes: modesOf(rival), seed, replications };
      try {
        await runLive(
          this.#executor,
          study,
          (outcomes) => {
            if (this.#scenario !== scenario && outcomes.length < 2) return;
            this.#outcomes = outcomes;
            this.#show(scenario);
            if (outcomes.length >= Math.min(2, replications)) answered();
          },
          signal,
        );
      } catch (error) {
        if (!signal.aborted) this.#fail(error, scenario);
      }
      this.#answer.removeAttribute('aria-busy');
    });
  }

  /** Shows what is known of a scenario. */
  #show(scenario: Scenario): void {
    const { rival, seed, replications, language } = this.#state;
    const words = this.#words;
    const json = shownResult(scenario, this.#outcomes, seed, PROGRAM);
    const savings = savingsOf(this.#outcomes);
    this.#answer.replaceChildren(
      ...answerOf({ json, savings, asked: replications }, rival, words, messagesOf(language)),
    );
    this.#details?.show({ json, rival, command: this.#command() });
    const whole = this.#outcomes.length === replications;
    this.#share?.ready(whole);
    if (whole) this.#told.textContent = this.#answer.querySelector('.sentence')?.textContent ?? '';
  }

  #refuse(heading: string, found: readonly string[]): void {
    this.#outcomes = [];
    this.#answer.replaceChildren(
      h(
        'div',
        { class: 'refused', role: 'alert' },
        h('h3', {}, heading),
        h('ul', {}, ...found.map((line) => h('li', {}, line))),
      ),
    );
  }

  #fail(error: unknown, scenario: Scenario): void {
    const { answer } = this.#words;
    const season = error instanceof Error && 'season' in error ? (error.season as UnfinishedSeason) : null;
    if (season !== null) this.#refuse(answer.unfinished, [unfinishedText(season, scenario, this.#state.language)]);
    else this.#refuse(answer.fault(error instanceof Error ? error.message : String(error)), []);
  }

  #command(): string {
    const { settings, rival, seed, replications } = this.#state;
    const { from } = this.#opened;
    const path = from.is === 'shipped' ? `scenarios/${from.file}` : from.file;
    const modes = rival === 'direct' ? [] : ['--modes', modesOf(rival).join()];
    const options = [...modes, '--seed', String(seed), '--replications', String(replications)];
    return typedCommand('compare', path, options, settings);
  }

  #given(): Given {
    return {
      command: () => this.#command(),
      file: () => {
        const text = this.#scenario && editSettings(this.#opened.text, this.#scenario);
        return text === null ? null : { name: this.#opened.from.file, text };
      },
      link: async () => location.href.replace(/#.*$/u, '') + (await this.#hash()),
      result: () => {
        const { rival, seed, replications } = this.#state;
        if (this.#scenario === null || this.#outcomes.length < replications) return null;
        const text = resultText(this.#scenario, this.#outcomes, rival, seed, PROGRAM);
        return { name: `${this.#scenario.name}.json`, text };
      },
    };
  }

  /** Draws the whole page anew, and gives the focus back. */
  #render(): void {
    const { language, settings } = this.#state;
    const words = this.#words;
    const messages = messagesOf(language);
    const focused = document.activeElement?.id ?? '';
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${this.#opened.scenario.title[language]} · ${words.title}`;
    this.#details = makeDetails(this.#panels, words, messages);
    this.#share = shareOf(this.#given(), words);
    if (this.#outcomes.length === 0) this.#answer.replaceChildren(h('p', { class: 'sentence' }, words.answer.starting));
    const header = headerOf({
      opened: this.#opened,
      language,
      words,
      openShipped: (file) => {
        this.#opened = shipped(file);
        this.#state = { ...this.#state, settings: [] };
        this.#changeScenario();
      },
      openFile: (file) => void this.#openFile(file),
      speak: (spoken) => this.#speak(spoken),
    });
    const whatIf = whatIfOf({
      ...this.#state,
      scenario: this.#opened.scenario,
      words,
      messages,
      textOf: (key) => textIn(this.#state.settings, key),
      set: (key, text) =>
        this.#change({ settings: withSetting(this.#state.settings, key, text) }, key === 'weather.model'),
      setRival: (rival) => this.#change({ rival }),
      setSeed: (seed) => this.#change({ seed }, false),
      setReplications: (replications) => this.#change({ replications }, false),
      reset: () => this.#change({ settings: [] }),
    });
    const doubtful = [...this.#opened.warnings, ...warningsOf(withSettings(this.#opened, settings))];
    document
      .getElementById('page')
      ?.replaceChildren(
        header,
        this.#errors,
        h(
          'main',
          {},
          h(
            'section',
            { class: 'answer', id: 'answer', tabindex: -1, 'aria-labelledby': 'answer-heading' },
            h('h2', { id: 'answer-heading', class: 'unseen' }, words.answer.heading),
            this.#answer,
            this.#told,
            doubtful.length === 0 ? null : doubts(doubtful, language, words),
          ),
          whatIf,
          h('div', { class: 'rest' }, this.#share.element, this.#details.element),
        ),
      );
    if (focused !== '') document.getElementById(focused)?.focus();
    if (this.#scenario !== null && this.#outcomes.length > 0) this.#show(this.#scenario);
  }
}

function doubts(found: readonly Problem[], language: Language, words: PageWords): HTMLElement {
  const list = h('ul', {}, ...lines(found, language).map((line) => h('li', {}, line)));
  return h('details', { class: 'doubts' }, h('summary', {}, words.scenario.warnings(found.length)), list);
}

function warningsOf(read: ReturnType<typeof withSettings>): readonly Problem[] {
  return read.ok ? read.warnings : [];
}

/** What settings say of a parameter; null: nothing. */
function textIn(settings: readonly string[], key: string): string | null {
  const setting = settings.find((one) => keyOf(one) === key);
  return setting === undefined ? null : setting.slice(setting.indexOf('=') + 1);
}

/** A scenario that the page brings along: it is known to be right. */
function shipped(file: string): Opened {
  const read = opened({ is: 'shipped', file }, SHIPPED.find((one) => one.file === file)?.text ?? '');
  if (!('scenario' in read)) throw new Error(`${file} is no scenario.`);
  return read;
}
