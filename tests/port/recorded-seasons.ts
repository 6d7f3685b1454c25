import { type RecordedSeason, TRUCK_PLACES, type TruckPlace } from '../../src/port/index.ts';

/** A stage of a trip, spelt out. */
export interface Stage {
  readonly place: TruckPlace;
  readonly from: number;
  readonly to: number;
  readonly laden: boolean;
}

/** The stages of one trip, in order. */
export function stagesOf({ recording }: RecordedSeason, trip: number): Stage[] {
  const { trips, stages, horizonHours } = recording;
  const [first, after] = [trips.stages[trip] as number, trips.stages[trip + 1] as number];
  const back = trips.back[trip] as number;
  const end = Number.isNaN(back) ? horizonHours : back;
  return Array.from({ length: after - first }, (_, i) => ({
    place: TRUCK_PLACES[stages.place[first + i] as number] as TruckPlace,
    from: stages.from[first + i] as number,
    to: first + i + 1 < after ? (stages.from[first + i + 1] as number) : end,
    laden: stages.laden[first + i] === 1,
  }));
}
