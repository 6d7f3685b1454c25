import fc from 'fast-check';
import type {
  Action,
  Awaited,
  Call,
  ContainerPlan,
  Demand,
  Drive,
  Program,
  ResourcePlan,
  Script,
  Shared,
  Start,
  Step,
} from './program.ts';

type Fields<T> = { readonly [K in keyof T]: fc.Arbitrary<T[K]> };
/** Each with its weight. */
type Choice<T> = readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[];

/** Few and binary, so that much happens at one instant and every sum is exact. */
const hours = fc.constantFrom(0, 0, 0.5, 1, 1, 1, 1.5, 2, 4);
const priority = fc.constantFrom(0, 0, 0, -1, 1, -2, 2);
const amount = fc.constantFrom(0.5, 1, 1, 2, 3, 4);
const kind = fc.constantFrom('any', 'any', 'even', 'odd');
const NEVER = Number.POSITIVE_INFINITY;
const terms = {
  priority,
  patience: fc.constantFrom(NEVER, NEVER, NEVER, 0, 0.5, 1, 1.5),
  balkAt: fc.constantFrom(NEVER, NEVER, NEVER, NEVER, 0, 1, 2),
};
const index = fc.nat(7);
const which = fc.nat(23);
const slot = fc.nat(1);
const demand: Fields<Demand> = { resource: fc.nat(1), units: fc.constantFrom(0, 0, 1, 2), priority };

const start: fc.Arbitrary<Start> = fc.record({
  script: index,
  delay: hours,
  background: fc.constantFrom(false, false, false, true),
  count: weighted([
    [99, fc.constantFrom(1, 1, 1, 2, 3)],
    [1, fc.constant(70)],
  ]),
});

function weighted<T>(choice: Choice<T>): fc.Arbitrary<T> {
  return fc.oneof(...choice.map(([weight, arbitrary]) => ({ arbitrary, weight })));
}

/** One of the plain ones, or one that holds others, down to two levels. */
function nested<T>(plain: Choice<T>, holding: Choice<T>): fc.Arbitrary<T> {
  const weight = plain.reduce((sum, [one]) => sum + one, 0);
  return fc.oneof(
    { maxDepth: 2, depthSize: 'max', depthIdentifier: 'nested' },
    { arbitrary: weighted(plain), weight },
    ...holding.map(([weight, arbitrary]) => ({ arbitrary, weight })),
  );
}

const event = fc.record({ is: fc.constant('event'), event: index });
const keptTimeout = fc.record({ is: fc.constant('kept timeout'), slot });
const process = fc.record({ is: fc.constant('process'), process: which });
const shared: fc.Arbitrary<Shared> = fc.oneof(event, keptTimeout, process);
const timeout = fc.record({ is: fc.constant('timeout'), hours });
const request = fc.record({ is: fc.constant('request'), ...demand });
const sameRequest = fc.record({ is: fc.constant('same request'), request: fc.nat(3) });
const anyOrAll = fc.constantFrom('any', 'any', 'all');

const requests: Choice<Awaited> = [
  [2, fc.record({ is: fc.constantFrom('request to get', 'request to put'), amount, priority })],
  [1, fc.record({ is: fc.constant('request to fetch'), kind, priority })],
  [1, fc.record({ is: fc.constant('request to bring'), priority })],
  [1, fc.record({ is: fc.constant('request for the signal') })],
];

const { condition } = fc.letrec<{ condition: Awaited; part: Awaited }>((tie) => ({
  condition: fc.record({ is: anyOrAll, parts: fc.array(tie('part'), { minLength: 1, maxLength: 4 }) }),
  part: nested<Awaited>(
    [[3, timeout], [5, request], [2, sameRequest], ...requests, [2, event], [1, keptTimeout], [2, process]],
    [[3, tie('condition')]],
  ),
}));

const awaited = weighted<Awaited>([
  [4, shared],
  [1, timeout],
  [2, request],
  [1, weighted(requests)],
  [8, condition],
]);

/** More than an engine first makes room for, in the midst of whatever made it come. */
const crowdComes: fc.Arbitrary<readonly Action[]> = fc
  .record({
    do: fc.constant('start' as const),
    start: fc.record({ script: index, delay: hours, background: fc.boolean(), count: fc.constant(70) }),
  })
  .map((action) => [action]);

/** How often a program does something with each kind of thing. */
interface Theme {
  readonly resources: number;
  readonly container: number;
  readonly store: number;
  readonly events: number;
  readonly calls: number;
}

function callsAbout(theme: Theme): { action: fc.Arbitrary<Action>; call: fc.Arbitrary<Call> } {
  return fc.letrec<{ action: Action; actions: readonly Action[]; call: Call }>((tie) => ({
    action: nested<Action>(
      [
        [8, fc.record({ do: fc.constant('interrupt'), process: which })],
        [2, fc.record({ do: fc.constant('start'), start })],
        [1, fc.record({ do: fc.constant('stop') })],
        [2, fc.record({ do: fc.constant('fire') })],
        [theme.resources, fc.record({ do: fc.constant('try to seize'), ...demand })],
        [4 * theme.resources, fc.record({ do: fc.constant('release') })],
        [theme.resources, fc.record({ do: fc.constant('set capacity'), resource: fc.nat(1), capacity: fc.nat(3) })],
        [
          theme.resources,
          fc.record({ do: fc.constant('change priority'), resource: fc.nat(1), process: which, priority }),
        ],
        [4 * theme.container, fc.record({ do: fc.constant('fill'), amount })],
        [3 * theme.store, fc.record({ do: fc.constantFrom('add', 'add', 'take') })],
        [4 * theme.events, fc.record({ do: fc.constantFrom('succeed', 'succeed', 'fail', 'renew'), event: index })],
        [2 * theme.events, fc.record({ do: fc.constant('set timeout'), slot, hours })],
        [3 * theme.calls, fc.record({ do: fc.constant('cancel'), call: index })],
      ],
      [
        [4 * theme.calls, fc.record({ do: fc.constant('schedule'), call: tie('call') })],
        [theme.events, fc.record({ do: fc.constant('listen'), to: shared, actions: tie('actions') })],
      ],
    ),
    actions: fc.array(tie('action'), { minLength: 1, maxLength: 5, size: 'max' }),
    call: fc.record({
      delay: hours,
      priority,
      actions: tie('actions'),
      fails: fc.constantFrom(false, false, false, false, false, true),
    }),
  }));
}

function scriptsAbout(theme: Theme, action: fc.Arbitrary<Action>): fc.Arbitrary<Script> {
  const { steps } = fc.letrec<{ step: Step; steps: readonly Step[] }>((tie) => ({
    step: nested<Step>(
      [
        [10, fc.record({ do: fc.constant('hold'), hours })],
        [1, fc.record({ do: fc.constant('hold until'), hour: hours })],
        [1, fc.record({ do: fc.constant('throw') })],
        [1, fc.record({ do: fc.constant('wait for the signal') })],
        [16, action],
        [3 * theme.resources, fc.record({ do: fc.constant('seize'), ...demand })],
        [3 * theme.resources, fc.record({ do: fc.constant('claim'), ...demand, ...terms })],
        [6 * theme.container, fc.record({ do: fc.constantFrom('get', 'put'), amount, ...terms })],
        [3 * theme.store, fc.record({ do: fc.constant('fetch'), kind, ...terms })],
        [3 * theme.store, fc.record({ do: fc.constant('bring'), ...terms })],
        [7 * theme.events, fc.record({ do: fc.constant('wait'), what: awaited, listener: fc.constant([]) })],
        [
          2 * theme.events,
          fc.record({
            do: fc.constant('wait'),
            what: awaited,
            listener: weighted([
              [9, fc.array(action, { maxLength: 3 })],
              [1, crowdComes],
            ]),
          }),
        ],
      ],
      [
        [8 * theme.resources, fc.record({ do: fc.constant('use'), ...demand, body: tie('steps') })],
        [
          8,
          fc.record({
            do: fc.constant('try'),
            catches: fc.constantFrom('interrupts', 'everything'),
            body: tie('steps'),
          }),
        ],
        [3, fc.record({ do: fc.constant('finally'), body: tie('steps'), last: tie('steps') })],
      ],
    ),
    steps: fc.array(tie('step'), { minLength: 1, maxLength: 6, size: 'max' }),
  }));
  return fc.record({ steps, goesOn: fc.boolean(), tidy: fc.constantFrom(true, true, true, false) });
}

const resource: fc.Arbitrary<ResourcePlan> = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  discipline: fc.constantFrom('strict', 'first-fit'),
  rank: fc.constantFrom('none', 'none', 'none', 'none', 'largest', 'latest'),
  releasedBy: fc.constantFrom('holder', 'anyone'),
});

const container: fc.Arbitrary<ContainerPlan> = fc.record({
  capacity: fc.constantFrom(2, 4, 4),
  level: fc.constantFrom(0, 1, 2),
  discipline: fc.constantFrom('strict', 'strict', 'first-fit'),
});

const drive: fc.Arbitrary<Drive> = fc.oneof(
  fc.constant('run' as const),
  fc.constant('steps' as const),
  fc.constant('until the first ends' as const),
  fc
    .array(fc.constantFrom(0, 0.5, 1, 1.25, 2, 3), { minLength: 1, maxLength: 3 })
    .map((all) => all.toSorted((a, b) => a - b)),
);

function programsAbout(emphasis: Partial<Theme>): fc.Arbitrary<Program> {
  const theme = { resources: 1, container: 1, store: 1, events: 1, calls: 1, ...emphasis };
  const { action, call } = callsAbout(theme);
  return fc.record({
    resources: fc.array(resource, { minLength: 2, maxLength: 2 }),
    container,
    store: fc.record({ capacity: fc.constantFrom(1, 2, 3, NEVER), order: fc.constantFrom('fifo', 'fifo', 'lifo') }),
    scripts: fc.array(scriptsAbout(theme, action), { minLength: 1, maxLength: 4, size: 'max' }),
    starts: fc.array(start, { minLength: 1, maxLength: 8, size: 'max' }),
    calls: fc.array(call, { maxLength: theme.calls > 1 ? 20 : 4, size: 'max' }),
    cycles: fc.constantFrom('allow', 'error'),
    drive,
  });
}

/** A bit of everything, or much of one thing. */
export const somePrograms: fc.Arbitrary<Program> = fc.oneof(
  programsAbout({}),
  programsAbout({ resources: 4, container: 0, store: 0 }),
  programsAbout({ container: 6, resources: 0, store: 0, events: 0 }),
  programsAbout({ store: 4, resources: 0, container: 0 }),
  programsAbout({ events: 3 }),
  programsAbout({ calls: 4 }),
);
