import { type ProcessBody, Simulation, Store } from '../../../src/engine/index.ts';

interface Message {
  readonly sentAt: number;
}

/** Gaps between messages, and what each consumer does after each message, in minutes; as in SimPy's example. */
const oneToOne = {
  gaps: [6, 6, 7, 7, 10, 10, 6, 6, 7, 10, 10, 10, 7],
  work: { A: [6, 5, 4, 4, 7, 4, 5, 8, 4, 5, 7, 7] },
};
const oneToMany = {
  gaps: [10, 8, 9, 7, 6, 6, 10, 9, 9, 8, 10, 6, 6],
  work: { A: [4, 6, 5, 4, 6, 6, 8, 4, 8, 5, 5, 4], B: [5, 6, 6, 7, 6, 4, 4, 8, 6, 4, 6, 5] },
};

/**
 * Processes that talk through stores. A producer leaves messages whenever it likes; each consumer fetches them from a
 * mailbox of its own when it has finished other work, so that some are read late. One producer serves one consumer,
 * then two: a broadcast is a `put` into every mailbox. The times are those of SimPy's example.
 */
export function processCommunication(): string[] {
  return ['One to one', ...talk(oneToOne), 'One to many', ...talk(oneToMany)];
}

function talk({ gaps, work }: { gaps: readonly number[]; work: Readonly<Record<string, readonly number[]>> }) {
  const sim = new Simulation();
  const mailboxes: Store<Message>[] = [];
  const lines: string[] = [];

  function* producer(): ProcessBody {
    for (const gap of gaps) {
      yield* sim.hold(gap);
      for (const mailbox of mailboxes) yield* mailbox.put({ sentAt: sim.now });
    }
  }

  function* consumer(name: string, mailbox: Store<Message>, workMinutes: readonly number[]): ProcessBody {
    for (const minutes of workMinutes) {
      const { sentAt } = yield* mailbox.get();
      const late = sentAt < sim.now ? ', late' : '';
      lines.push(`${String(sim.now).padStart(2)}  ${name} reads the message of ${sentAt}${late}`);
      yield* sim.hold(minutes);
    }
  }

  sim.spawn('producer', producer());
  for (const [name, workMinutes] of Object.entries(work)) {
    const mailbox = new Store<Message>(sim, `mailbox of ${name}`);
    mailboxes.push(mailbox);
    sim.spawn(`consumer ${name}`, consumer(name, mailbox, workMinutes));
  }
  sim.run(100);
  return lines;
}
