export type { CallFacts, CallHours, CraneFacts, LotFacts, MassFacts, SeasonFacts, TruckFacts } from './facts.ts';
export { trucksToHire } from './fleet.ts';
export { HOUR_CAUSES, type HourCause, type HoursByCause } from './hours.ts';
export {
  type DispatchPolicyName,
  MECHANISMS,
  type Mechanisms,
  type Mode,
  type PortInputs,
} from './inputs.ts';
export type { SeasonObserver, StockName } from './port.ts';
export { simulateSeason, UnfinishedSeasonError } from './season.ts';
export { makeWorld, type PlannedCall, type World } from './world.ts';
