/**
 * Where a truck is on its round trip. Works: `weighIn`, `loader` and `weighOut` with their lines, `worksGate` while it may
 * not set out, `worksTip` with refused slag. Road: `roadLoaded` to the port, `roadEmpty` home, `roadOut` empty to fetch
 * refused slag, `roadBack` home with it. Port: `gate` with its line, `gateHeld` in its lane for want of a place in the
 * inspection yard, `gateWeigh`, `inspectionYard` (a shuttle stands at its stack meanwhile), `stacking`, `reclaim`,
 * `haulLoaded` and `haulEmpty` between yard and quay, `tipping` beside the ship, `gateOut`, `portGate` while it may not
 * set out home.
 */
export const TRUCK_PLACES = [
  'weighInLine',
  'weighIn',
  'loaderLine',
  'loader',
  'weighOutLine',
  'weighOut',
  'worksGate',
  'roadLoaded',
  'gateLine',
  'gate',
  'gateHeld',
  'gateWeighLine',
  'gateWeigh',
  'inspectionYard',
  'stackLine',
  'stacking',
  'reclaimLine',
  'reclaim',
  'haulLoaded',
  'apronLine',
  'tipping',
  'haulEmpty',
  'gateOutLine',
  'gateOut',
  'portGate',
  'roadEmpty',
  'roadOut',
  'roadBack',
  'worksTip',
] as const;

export type TruckPlace = (typeof TRUCK_PLACES)[number];

/** Number of each place in {@link TRUCK_PLACES}: what recordings hold. */
export const PLACE_NUMBERS = Object.fromEntries(TRUCK_PLACES.map((place, number) => [place, number])) as Readonly<
  Record<TruckPlace, number>
>;

/** Whoever leaves one of these has its load on board; whoever leaves one of those has given it up. */
const [FILLS, EMPTIES] = [
  new Set<TruckPlace>(['loader', 'reclaim']),
  new Set<TruckPlace>(['stacking', 'tipping', 'worksTip']),
];

/** Whether a truck is laden after a place, having come there laden or not. */
export function ladenAfter(place: TruckPlace, before: boolean): boolean {
  return FILLS.has(place) || (before && !EMPTIES.has(place));
}
