import { LOG_KINDS, type LogKind, tripRoute } from '../study/index.ts';
import { type EventWords, OBJECT_TYPES, type ObjectType } from './event-words.ts';
import { arrayPieces } from './json-array.ts';
import {
  berthId,
  craneId,
  lotId,
  lotsOfTrip,
  type SeasonLog,
  shipId,
  type ToldEvent,
  toldEvents,
  tripId,
  truckId,
} from './season-log.ts';

type AttributeName = keyof EventWords['attributes'];
type AttributeType = 'string' | 'integer' | 'float' | 'boolean';
type Value = string | number | boolean;

/** Attributes of objects, by their type. */
const ATTRIBUTES: Readonly<Record<ObjectType, Partial<Readonly<Record<AttributeName, AttributeType>>>>> = {
  ship: { tonnes: 'float' },
  lot: { tonnes: 'float', instruction: 'string', outcome: 'string' },
  truck: {},
  shuttle: {},
  trip: { tonnes: 'float', load: 'integer', route: 'string', hired: 'boolean' },
  berth: {},
  crane: {},
};

/** Events that tell how much they are about. */
const WEIGHED: ReadonlySet<LogKind> = new Set(['pouringBegan', 'pouringEnded']);

/** When an object has an attribute from, as the standard's own example gives it for one that does not change. */
const ALWAYS = '1970-01-01T00:00:00Z';

/**
 * A season as an object-centric event log, piece by piece: OCEL 2.0 in JSON, an event or object a line, events in order
 * of time. Names of types are in the reader's language, identifiers are the same in both.
 *
 * @see https://ocel-standard.org/specification/formats/json
 */
export function* ocelPieces(season: SeasonLog): Generator<string> {
  const { words } = season;
  yield '{\n"objectTypes": ';
  yield* arrayPieces(OBJECT_TYPES.map((type) => ({ name: words.objects[type], attributes: declared(type, words) })));
  yield ',\n"eventTypes": ';
  yield* arrayPieces(LOG_KINDS.map((kind) => ({ name: words.kinds[kind], attributes: declaredOf(kind, words) })));
  yield ',\n"objects": ';
  yield* arrayPieces(objects(season));
  yield ',\n"events": ';
  yield* arrayPieces(events(season));
  yield '\n}\n';
}

function declared(type: ObjectType, { attributes }: EventWords) {
  return Object.entries(ATTRIBUTES[type]).map(([name, of]) => ({ name: attributes[name as AttributeName], type: of }));
}

function declaredOf(kind: LogKind, { attributes }: EventWords) {
  return WEIGHED.has(kind) ? [{ name: attributes.tonnes, type: 'float' }] : [];
}

type Relation = readonly [objectId: string | null, qualifier: keyof EventWords['relations']];

/** Relations to those objects that are there. */
function related(relations: readonly Relation[], words: EventWords) {
  return relations.flatMap(([objectId, qualifier]) =>
    objectId === null ? [] : [{ objectId, qualifier: words.relations[qualifier] }],
  );
}

function* events(season: SeasonLog): Generator<object> {
  const { words, instant } = season;
  for (const event of toldEvents(season)) {
    yield {
      id: event.id,
      type: words.kinds[event.kind],
      time: instant(event.hour),
      attributes: WEIGHED.has(event.kind) ? [{ name: words.attributes.tonnes, value: event.tonnes }] : [],
      relationships: related(relationsOf(event), words),
    };
  }
}

/** A trip's events lead to its lots by the trip. */
function relationsOf({ ship, lots, trip, truck, berth, crane }: ToldEvent): Relation[] {
  return [
    [ship, 'of'],
    ...(trip === null ? lots.map((lot): Relation => [lot, 'of']) : []),
    [trip, 'of'],
    [truck, 'by'],
    [berth, 'at'],
    [crane, 'by'],
  ];
}

/** Every object that an event names, and what it is related to. */
function* objects(season: SeasonLog): Generator<object> {
  const { facts, recording } = season.season;
  const { words } = season;
  const object = (
    id: string,
    type: ObjectType,
    values: Partial<Record<AttributeName, Value>> = {},
    relations: readonly Relation[] = [],
  ) => ({
    id,
    type: words.objects[type],
    attributes: Object.entries(values).map(([name, value]) => {
      return { name: words.attributes[name as AttributeName], time: ALWAYS, value };
    }),
    relationships: related(relations, words),
  });
  for (let berth = 0; berth < recording.setting.berths; berth++) {
    yield object(berthId(berth), 'berth');
    for (let crane = 0; crane < recording.setting.cranesPerCall; crane++) {
      yield object(craneId(berth, crane), 'crane', {}, [[berthId(berth), 'at']]);
    }
  }
  for (const { index, cargoKg, lots } of facts.calls) {
    const berth = recording.ships[index]?.berth ?? null;
    yield object(shipId(index), 'ship', { tonnes: cargoKg / 1000 }, [[berth === null ? null : berthId(berth), 'at']]);
    for (const [lot, { kg, instruction, outcome }] of lots.entries()) {
      const decided = { instruction: words.instructions[instruction], outcome: words.outcomes[outcome] };
      yield object(lotId(index, lot), 'lot', { tonnes: kg / 1000, ...decided }, [[shipId(index), 'of']]);
    }
  }
  yield* trucks(season, object);
}

type MakeObject = (
  id: string,
  type: ObjectType,
  values?: Partial<Record<AttributeName, Value>>,
  relations?: readonly Relation[],
) => object;

/** Trucks that were ever sent, each at its first trip, and the trips. */
function* trucks({ season: { recording }, words }: SeasonLog, object: MakeObject): Generator<object> {
  const { trips } = recording;
  const known = new Set<string>();
  for (let trip = 0; trip < trips.count; trip++) {
    const isShuttle = trips.shuttle[trip] === 1;
    const truck = truckId(isShuttle, trips.truck[trip] as number);
    if (!known.has(truck)) yield object(truck, isShuttle ? 'shuttle' : 'truck');
    known.add(truck);
    const values = {
      tonnes: (trips.kg[trip] as number) / 1000,
      load: (trips.k[trip] as number) + 1,
      route: words.routes[tripRoute(recording, trip)],
      hired: trips.hired[trip] === 1,
    };
    yield object(tripId(trip), 'trip', values, [
      [truck, 'by'],
      [shipId(trips.call[trip] as number), 'of'],
      ...lotsOfTrip(recording, trip).map((lot): Relation => [lot, 'carries']),
    ]);
  }
}
