/** Forms of a sweep's CSV. */
export const SWEEP_TABLES = ['wide', 'long'] as const;
export type SweepTable = (typeof SWEEP_TABLES)[number];

/** What a method takes unless it is told: seasons a point, and samples. */
export const DEFAULTS = {
  sweep: { replications: 10, samples: 64, levels: 5 },
  tornado: { replications: 10, samples: 1 },
  morris: { replications: 1, samples: 20, levels: 4 },
  sobol: { replications: 1, samples: 256 },
  resamples: 1000,
} as const;
