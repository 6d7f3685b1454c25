import { SHIPPED } from 'virtual:scenarios';
import { messagesOf } from '../report/browser.ts';
import { editSettings, type Language, MOST_BYTES, type ReadResult } from '../scenario/index.ts';
import { AnswerArea } from './answer-area.ts';
import { commandOf } from './command.ts';
import { Complaints } from './complaints.ts';
import { type Details, makeDetails, type Panel } from './details.ts';
import { watchDrops } from './drops.ts';
import { h } from './elements.ts';
import { type Hand, onWorkers, type PageExecutor } from './executor.ts';
import { givenIn } from './given.ts';
import { headerOf } from './header.ts';
import { Inquiry } from './inquiry.ts';
import { lines, type Opened, opened, withSettings } from './opened.ts';
import { modesOf, resultText, savingsOf, shownResult } from './result.ts';
import { textIn, withSetting } from './settings.ts';
import { type Given, shareOf } from './share.ts';
import { shipped } from './shipped.ts';
import { Stage } from './stage.ts';
import { hashOf, type PageState, REPLICATIONS, type ScenarioText, stateOf } from './state.ts';
import { whatIfOf } from './what-if.ts';
import { type PageWords, tagOf, wordsOf } from './words.ts';

/** Workers that simulate, at most: more take memory from a phone and gain little. */
const MOST_WORKERS = 4;

/**
 * Starts the page.
 *
 * @param hire makes a worker
 */
export function startPage(hire: () => Hand): void {
  const workers = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2));
  const executor = onWorkers(hire, workers);
  // Workers have as much to read as the page, and only start while it gives way: so they read at the same time.
  setTimeout(() => void new Page(executor).begin());
}

/** The page: what is open and set, and the elements that show what is known of it. */
class Page {
  readonly #panels = new Set<Panel>(['measures', 'published']);
  readonly #answer = new AnswerArea();
  readonly #complaints = new Complaints();
  readonly #stage: Stage;
  readonly #inquiry: Inquiry;
  #state: Omit<PageState, 'scenario'> = {
    settings: [],
    rival: 'direct',
    seed: 1,
    replications: REPLICATIONS,
    language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
  };
  #chosen: Opened | null = null;
  #details: Details | null = null;
  #share: ReturnType<typeof shareOf> | null = null;

  constructor(executor: PageExecutor) {
    this.#stage = new Stage(executor);
    this.#inquiry = new Inquiry(executor, this.#stage, {
      busy: (busy) => this.#answer.busy(busy),
      learnt: () => this.#show(),
      failed: (error, { scenario }) => this.#answer.fail(error, scenario, this.#state.language),
    });
  }

  /** What is open: the first that is shipped where nothing was chosen; it is not read before that is known. */
  get #opened(): Opened {
    this.#chosen ??= shipped(SHIPPED[0]?.file ?? '');
    return this.#chosen;
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
      if (known !== undefined) this.#chosen = shipped(known.file);
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
    else if (known) this.#chosen = shipped(file);
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
      this.#chosen = read;
      this.#state = { ...this.#state, settings };
      this.#complaints.hide();
      return true;
    }
    const found = lines(read, this.#state.language);
    this.#complaints.tell(this.#words.scenario.wrong(from.file, read.length), found, this.#words);
    return false;
  }

  async #openFile(file: File): Promise<void> {
    const { scenario } = this.#words;
    if (file.size > MOST_BYTES) {
      const found = [scenario.tooLarge(file.name, String(MOST_BYTES))];
      this.#complaints.tell(scenario.wrong(file.name, 1), found, this.#words);
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (this.#open({ is: 'own', file: file.name }, bytes, [])) this.#changeScenario();
  }

  #changeScenario(): void {
    this.#inquiry.open(this.#opened.scenario);
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
    // Why there is no answer is told anew.
    if (this.#inquiry.known === null) this.#ask();
    else {
      void this.#remember();
      this.#doubt(withSettings(this.#opened, this.#state.settings));
    }
  }

  /** Tells what is doubtful of the file and of what is set over it. */
  #doubt(set: ReadResult): void {
    const found = [...this.#opened.warnings, ...(set.ok ? set.warnings : [])];
    this.#answer.doubt(found, this.#state.language);
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
    this.#doubt(read);
    this.#share?.ready(false);
    if (read.ok) {
      this.#inquiry.ask({ scenario: read.scenario, settings, modes: modesOf(rival), seed, replications });
    } else {
      this.#inquiry.refuse();
      this.#answer.refuse(this.#words.answer.settings, lines(read.problems, this.#state.language));
    }
  }

  /** Shows what is known. */
  #show(): void {
    if (this.#inquiry.known === null) return;
    const { study, outcomes } = this.#inquiry.known;
    const { scenario, modes, seed, replications } = study;
    const rival = modes[1] === 'hybrid' ? 'hybrid' : 'direct';
    const json = shownResult(scenario, outcomes, seed, PROGRAM);
    this.#answer.show({ json, savings: savingsOf(outcomes), asked: replications }, rival, this.#state.language);
    this.#details?.show({ json, rival, command: this.#command() });
    this.#share?.ready(this.#inquiry.whole !== null);
  }

  #command(): string {
    return commandOf({ ...this.#state, scenario: this.#opened.from });
  }

  #given(): Given {
    return {
      command: () => this.#command(),
      file: () => {
        const { study } = this.#inquiry;
        const text = study && editSettings(this.#opened.text, study.scenario);
        return text === null ? null : { name: this.#opened.from.file, text };
      },
      link: async () => location.href.replace(/#.*$/u, '') + (await this.#hash()),
      result: () => {
        if (this.#inquiry.whole === null) return null;
        const { study, outcomes } = this.#inquiry.whole;
        const text = resultText(study.scenario, outcomes, this.#state.rival, study.seed, PROGRAM);
        return { name: `${study.scenario.name}.json`, text };
      },
    };
  }

  /** Draws the whole page anew, and gives the focus back. */
  #render(): void {
    const { language } = this.#state;
    const words = this.#words;
    const messages = messagesOf(language);
    const focused = document.activeElement?.id ?? '';
    document.documentElement.lang = tagOf(language);
    document.title = `${this.#opened.scenario.title[language]} · ${words.title}`;
    this.#details = makeDetails(this.#panels, words, messages);
    this.#share = shareOf(this.#given(), words);
    this.#answer.speak(language);
    if (this.#inquiry.known === null) this.#answer.starting(language);
    this.#stage.speak(language, words.player.heading, words.player.waiting);
    const header = headerOf({
      opened: this.#opened,
      language,
      words,
      openShipped: (file) => {
        this.#chosen = shipped(file);
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
    document
      .getElementById('page')
      ?.replaceChildren(
        header,
        this.#complaints.element,
        h(
          'main',
          {},
          this.#answer.element,
          whatIf,
          h('div', { class: 'rest' }, this.#stage.element, this.#share.element, this.#details.element),
        ),
      );
    if (focused !== '') document.getElementById(focused)?.focus();
    this.#show();
  }
}
