import fc from 'fast-check';

/** Properties see the same inputs in every run; FC_SEED=n npm test looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20240401), numRuns: 100 });
