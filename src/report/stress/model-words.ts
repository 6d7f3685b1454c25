import type { Language, NumberKey } from '../../scenario/index.ts';
import { modelInEnglish } from './model-words.en.ts';
import { modelInChinese } from './model-words.zh.ts';

/** Resources of the model, by the parameters that say how many there are. */
export const RESOURCES = [
  'works.loaders',
  'works.weighbridgeLanes',
  'works.warehouseCapacity',
  'fleet.size',
  'fleet.stagingTrucks',
  'fleet.hiredTrucks',
  'gate.lanes',
  'yard.capacity',
  'yard.stackingSlots',
  'yard.stackingMachines',
  'yard.reclaimLoaders',
  'yard.shuttleTrucks',
  'customs.inspectionBays',
  'quay.berths',
  'quay.cranesPerCall',
  'quay.loadsPerCrane',
  'harbour.pilots',
  'harbour.tugs',
] as const satisfies readonly NumberKey[];

export type ResourceKey = (typeof RESOURCES)[number];

/** The model in short; docs/background/model.md has it in full, and a reader is sent there. */
export interface ModelWords {
  /** The ways of the cargo, a line each. */
  readonly diagram: readonly string[];
  readonly logic: readonly string[];
  readonly algorithms: readonly string[];
  readonly entities: readonly string[];
  readonly activities: readonly string[];
  readonly users: Readonly<Record<ResourceKey, string>>;
  readonly queues: readonly string[];
  readonly entry: readonly string[];
  readonly exit: readonly string[];
  readonly assumptions: readonly string[];
}

export const MODEL_WORDS: Readonly<Record<Language, ModelWords>> = { en: modelInEnglish, zh: modelInChinese };
