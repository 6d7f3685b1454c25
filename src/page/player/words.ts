import type { HourCause, Mode, SeasonEventKind, TruckPlace, WeatherEpisode } from '../../port/index.ts';
import type { Language } from '../../scenario/index.ts';
import { playerInEnglish } from './words.en.ts';
import { playerInChinese } from './words.zh.ts';

/** Everything that the player says. */
export interface PlayerWords {
  readonly title: string;
  readonly help: string;
  readonly modes: Readonly<Record<Mode, { readonly name: string; readonly told: string }>>;
  readonly clock: {
    /** UTC+8. */
    readonly zone: string;
    readonly night: string;
    readonly tide: (metres: string) => string;
    readonly calm: string;
    readonly stopped: string;
    readonly weather: Readonly<Record<WeatherEpisode['kind'], string>>;
  };
  readonly controls: {
    readonly play: string;
    readonly pause: string;
    readonly begin: string;
    readonly next: string;
    readonly previous: string;
    readonly speed: string;
    readonly speeds: Readonly<Record<SpeedName, string>>;
    readonly moment: string;
  };
  readonly scores: {
    readonly caption: string;
    /** Left less right, now. */
    readonly difference: string;
    /** Of ships that have sailed on both sides. */
    readonly finished: (ships: number, all: number) => string;
    readonly saved: (yuan: string, perTonne: string) => string;
    readonly lost: (yuan: string, perTonne: string) => string;
    readonly nothingYet: string;
    readonly ruleTitle: string;
    readonly cost: string;
    readonly shipHours: string;
    readonly truckHours: string;
    readonly yuan: string;
    readonly hours: string;
    readonly rule: string;
  };
  readonly drawing: {
    readonly works: string;
    readonly parked: string;
    readonly loaders: string;
    readonly road: (km: string) => string;
    readonly haul: (km: string) => string;
    readonly notToScale: string;
    readonly gate: string;
    readonly inspection: string;
    readonly yard: string;
    readonly yardUnused: string;
    readonly quay: string;
    readonly inLine: (trucks: number) => string;
    readonly ship: (number: number) => string;
    readonly otherShip: string;
    readonly tonnes: (tonnes: string) => string;
    readonly aboard: (aboard: string, cargo: string) => string;
    readonly scale: string;
    /** One letter for why a crane does not pour. */
    readonly cranes: Readonly<Record<'customs' | 'noTruck' | 'noCargo' | 'stopped' | 'moves', string>>;
    /** What these letters mean. */
    readonly craneLetters: string;
    readonly legend: Readonly<Record<'laden' | 'empty' | 'hired' | 'shuttle', string>>;
    /** The picture in words, for who does not see it. */
    readonly told: (state: ToldState) => string;
  };
  readonly follow: {
    readonly title: string;
    readonly choose: string;
    readonly nobody: string;
    readonly truck: (side: string, number: number, kind: 'works' | 'hired' | 'shuttle') => string;
    readonly trip: (number: number, tonnes: string, ship: number) => string;
    readonly notYet: string;
    readonly stage: (place: string, from: string, length: string) => string;
    /** A stage with what of it was waiting. */
    readonly waited: (stage: string, causes: readonly string[]) => string;
    readonly readyAfter: (trip: string) => string;
    readonly places: Readonly<Record<TruckPlace, string>>;
    readonly atStack: string;
    readonly causes: Readonly<Record<HourCause, string>>;
  };
  readonly length: (minutes: number) => string;
  readonly event: {
    readonly next: (what: string, when: string) => string;
    readonly none: string;
    readonly at: (when: string, what: string) => string;
    readonly both: string;
    /** Between events of one instant. */
    readonly and: string;
    /** Between numbers of several lots or cranes. */
    readonly list: string;
    readonly more: (events: number) => string;
    readonly of: (side: string, what: string) => string;
    readonly what: Readonly<Record<SeasonEventKind, (about: EventAbout) => string>>;
  };
}

export type SpeedName = 'm1' | 'm5' | 'm15' | 'h1' | 'h3' | 'h8' | 'd1';

/** What an event is about, in words or numbers counted from 1. */
export interface EventAbout {
  readonly ship: number;
  /** Of lots or cranes, one or several. */
  readonly number: string;
  readonly several: boolean;
  readonly weather: string;
}

export interface ToldState {
  readonly side: string;
  readonly road: number;
  readonly lines: number;
  readonly yard: string;
  readonly aboard: string;
  readonly cargo: string;
}

const WORDS: Readonly<Record<Language, PlayerWords>> = { en: playerInEnglish, zh: playerInChinese };

export function wordsFor(language: Language): PlayerWords {
  return WORDS[language];
}
