import type { PublishedFact } from '../../scenario/index.ts';

/**
 * Results published of other ports and cargoes: nothing is fitted to them. They are press reports of successes, of other
 * cargoes; one looks at sign and order of magnitude. Of each difference, staged less direct.
 */
export const PUBLISHED_ELSEWHERE: readonly (PublishedFact & { readonly side: 'direct' | 'difference' })[] = [
  {
    id: 'truck.firstToLoadingHours',
    side: 'direct',
    low: null,
    high: 3,
    unit: 'h',
    reading: 'upperBound',
    source: 'http://news.dahuawang.com/shantou/content/202008/04/c71478.html',
    note: 'Shantou, 31 July 2020, containers: works to loaded on the ship in under 3 h',
  },
  {
    id: 'cargo.portDwellHours',
    side: 'difference',
    low: 24,
    high: null,
    unit: 'h',
    reading: 'interval',
    source: 'port-city press, Qingdao (Huangdao customs)',
    note: 'containers and cars by rail: 24 h or more of waiting in the yard saved',
  },
];
