export { DISPATCH_POLICIES, expectedTrip, trucksToHire } from './dispatch.ts';
export { type HarbourShip, shipFor } from './draught.ts';
export {
  type CallFacts,
  type CallHours,
  type CraneFacts,
  type FleetFacts,
  type Instruction,
  type LotFacts,
  type MassFacts,
  type OtherShipFacts,
  type Outcome,
  type RefusedFacts,
  type SeasonFacts,
  STOP_CAUSES,
  type StopCause,
  type StopFacts,
  type TruckFacts,
  type WorksFacts,
} from './facts.ts';
export { levelFor, type Move } from './harbour.ts';
export { HOUR_CAUSES, type HourCause, type HoursByCause } from './hours.ts';
export type { DispatchPolicyName, PortInputs } from './inputs.ts';
export { MECHANISMS, type Mechanisms, MODES, type Mode } from './modes.ts';
export { PLACE_NUMBERS, TRUCK_PLACES, type TruckPlace } from './places.ts';
export type { SeasonObserver, StockName } from './port.ts';
export { type RecordedSeason, recordingSteps, recordSeason } from './record-season.ts';
export { recordedEvents, SEASON_EVENT_KINDS, type SeasonEvent, type SeasonEventKind } from './recorded-events.ts';
export {
  apronAt,
  type Filling,
  fillingAt,
  fillingsOf,
  lastBefore,
  levelAt,
  sampleLevels,
  tippedBeside,
} from './recorded-levels.ts';
export {
  LINES,
  placeNumbers,
  type TripRoute,
  type TruckState,
  type TruckTimeline,
  tripEnd,
  tripRoute,
  truckAt,
  trucksAtPlaces,
  trucksAway,
  truckTimelines,
  wayDone,
} from './recorded-trucks.ts';
export type {
  ClosedPart,
  Closure,
  CraneColumns,
  Hire,
  PourColumns,
  Recording,
  Setting,
  ShipMove,
  ShipRecord,
  StageColumns,
  Stand,
  StepSeries,
  Stocks,
  TripColumns,
  WaitColumns,
} from './recording.ts';
export { RELEASE_STEPS, type ReleaseStep, releaseSteps } from './release-steps.ts';
export type { Drive } from './road.ts';
export { seasonSteps, simulateSeason, type UnfinishedSeason, UnfinishedSeasonError, type Wait } from './season.ts';
export { workingHoursOfDay } from './shifts.ts';
export { finished, type Stepwise } from './stepwise.ts';
export { SUPPLY_CAUSES, type SupplyCause } from './supply.ts';
export { Tide, tideOf } from './tide.ts';
export { WEATHER_KINDS, type WeatherEpisode, type WeatherKind } from './weather.ts';
export { makeWorld, type PlannedCall, type World } from './world.ts';
