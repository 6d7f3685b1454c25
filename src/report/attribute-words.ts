/** What a report on where a saving comes from says in one language. */
export interface AttributeWords {
  readonly mechanismsHeading: string;
  readonly coalitionsHeading: string;
  readonly itemsHeading: string;
  readonly hoursHeading: (account: string, unit: string) => string;
  /** What hours are a mean over. */
  readonly per: Readonly<Record<'call' | 'load' | 'tonne', string>>;
  readonly saving: (mode: string, value: string, interval: string) => string;
  readonly part: string;
  readonly saved: string;
  readonly rest: string;
  readonly sum: string;
  readonly on: string;
  readonly off: string;
  readonly mechanismsNote: (orders: string) => string;
  readonly restIsNothing: (mode: string) => string;
  readonly restIsSomething: (mode: string) => string;
  /** Mechanisms that the scenario has off. */
  readonly heldOff: (names: string) => string;
  readonly noPlayers: string;
  readonly itemsNote: string;
  readonly hoursNote: string;
}
