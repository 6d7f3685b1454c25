import type { Language } from '../scenario/index.ts';
import type { LogKind, LotInstruction, LotOutcome, TripRoute } from '../study/index.ts';
import { eventsInEnglish } from './event-words.en.ts';
import { eventsInChinese } from './event-words.zh.ts';

/** Types of what an event log is about. */
export const OBJECT_TYPES = ['ship', 'lot', 'truck', 'shuttle', 'trip', 'berth', 'crane'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/** Columns of an event log as a flat table. */
export const EVENT_COLUMNS = [
  'event',
  'time',
  'hour',
  'activity',
  'ship',
  'lot',
  'trip',
  'route',
  'truck',
  'berth',
  'crane',
  'tonnes',
] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];

/** What an event log says in one language. */
export interface EventWords {
  readonly kinds: Readonly<Record<LogKind, string>>;
  readonly objects: Readonly<Record<ObjectType, string>>;
  readonly routes: Readonly<Record<TripRoute, string>>;
  readonly columns: Readonly<Record<EventColumn, string>>;
  /** How something stands to the object that it names. */
  readonly relations: Readonly<Record<'of' | 'by' | 'at' | 'carries', string>>;
  readonly instructions: Readonly<Record<LotInstruction, string>>;
  readonly outcomes: Readonly<Record<LotOutcome, string>>;
  /** Attributes of objects. */
  readonly attributes: Readonly<Record<'tonnes' | 'load' | 'route' | 'hired' | 'instruction' | 'outcome', string>>;
}

export const EVENT_WORDS: Readonly<Record<Language, EventWords>> = { en: eventsInEnglish, zh: eventsInChinese };
