import { NOTHING_FOUND } from './found.ts';
import type { ResultsStore } from './results-store.ts';
import { StoreError } from './store-error.ts';

/**
 * A store that is opened when it is first asked. Where doing without is possible, a store that can't be used is told of
 * once, and from then on nothing is known and nothing is kept.
 *
 * @param open throws a StoreError if the store can't be used
 * @param doWithout told why the store can't be used; without it, the error is thrown
 */
export function lazyStore(open: () => Promise<ResultsStore>, doWithout?: (error: StoreError) => void): ResultsStore {
  let opening: Promise<ResultsStore | null> | null = null;
  let given = false;
  const giveUp = (error: unknown): null => {
    if (!(error instanceof StoreError) || doWithout === undefined) throw error;
    if (!given) doWithout(error);
    given = true;
    return null;
  };
  const attempt = async <T>(use: (store: ResultsStore) => Promise<T>): Promise<T | null> => {
    if (given) return null;
    opening ??= open().catch(giveUp);
    const store = await opening;
    return store === null ? null : use(store).catch(giveUp);
  };
  return {
    find: async (keys, part) => (await attempt((store) => store.find(keys, part))) ?? NOTHING_FOUND,
    async keep(done) {
      await attempt((store) => store.keep(done));
    },
    findCloseUps: async (keys) => (await attempt((store) => store.findCloseUps(keys))) ?? new Map(),
    async keepCloseUps(closeUps) {
      await attempt((store) => store.keepCloseUps(closeUps));
    },
    async close() {
      // Whoever asked was told why it could not be opened.
      const store = await opening?.catch(() => null);
      await store?.close();
    },
  };
}
