import type { UnfinishedWords } from './unfinished-words.ts';

/** What is said in English of a season that could not be served. */
export const unfinishedInEnglish: UnfinishedWords = {
  sentence: ({ mode, ships, unsailed, closing, stalled, list, more, waits }) => {
    const where = mode === null ? '' : `, ${mode}`;
    const early = stalled === null ? '' : ` (nothing more could happen after ${stalled})`;
    const others = more > 0 ? ` and ${more} more` : '';
    const waiting = waits.length === 0 ? '' : `; waiting: ${waits.join('; ')}`;
    return `The scenario cannot be served: ${unsailed} of ${ships} ships had not sailed when the clock closed at ${closing}${where}${early}: ${list}${others}${waiting}`;
  },
  ship: (call, laycan, aboard, cargo) => `call ${call} (laycan ${laycan}, ${aboard} of ${cargo} t aboard)`,
  comma: ', ',
  wait: (who, count, what, since) =>
    `${who}${count > 1 ? ` and ${count - 1} more like it` : ''} for ${what} since ${since}`,
  who: {
    ship: (call) => `the ship of call ${call}`,
    dispatch: (call) => `dispatch for call ${call}`,
    staging: (call) => `staging of call ${call}`,
    shuttling: (call) => `shuttling of call ${call}`,
    truck: (call, index) => (call === '' ? `truck ${index}` : `a truck for call ${call}`),
    'staging truck': (call) => `a staging truck for call ${call}`,
    shuttle: (call) => `a shuttle truck for call ${call}`,
    crane: (call, index) => `crane ${index} at call ${call}`,
    declaration: (call, index) => `declaration ${index} of call ${call}`,
    inspection: (call) => `the inspection of call ${call}`,
    lot: (call, index) => `lot ${index} of call ${call}`,
    reserve: (call) => `the yard's reserve for call ${call}`,
    'pushing up': (call) => `pushing up the stack of call ${call}`,
    'other ship': (_, index) => `ship ${index} of another trade`,
    'other traffic': () => 'the next ship of another trade',
  },
  what: {
    'works warehouse': "slag in the works' warehouse",
    'released cargo': 'released cargo',
    'yard room': 'room in the yard',
    fleet: 'a free truck',
    'shuttle trucks': 'a free shuttle truck',
    berth: 'a berth',
    loads: 'truck loads',
    apron: "room at the ship's side",
    'works loaders': "the works' loaders",
    'works weighbridge': "the works' weighbridge",
    'gate lanes': 'a gate lane',
    'manned gate lanes': 'a manned gate lane',
    'gate weighbridges': 'a weighbridge at the gate',
    'lanes out': 'a lane out of the port',
    'inspection yard': 'a place in the inspection yard',
    'trucks under way': 'fewer trucks under way',
    'staging gang': 'the staging gang',
    'stacking slots': 'a stacking slot',
    'reclaim loaders': 'a reclaim loader',
    'inspection bays': 'an inspection bay',
    loading: 'her cargo to be aboard',
    staging: 'her staging to begin',
    release: "customs' release",
    arrival: 'cargo in the supervised area',
    water: 'water enough under her keel',
    'fuel pumps': 'a fuel pump',
    'yard pads': 'free pads in the yard',
    'stacking machines': 'a machine to push up the stack',
    'stack face': 'room at the face of the stack',
    hatches: 'a hatch to load into',
    hopper: 'truck loads',
    hoppers: 'room in a hopper',
    'line to the hoppers': 'its turn at the hoppers',
    'loads wanted': 'her cranes to run short of cargo',
    'the clock': 'work under way to end',
  },
};
