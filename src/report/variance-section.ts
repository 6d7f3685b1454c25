import { type CauseEffect, ENOUGH, type VarianceReduction } from '../study/index.ts';
import { figure, NO_FIGURE, percent, scaleFor, whole } from './figures.ts';
import { section } from './frame.ts';
import { sentences, table, wrapped } from './layout.ts';
import type { Messages } from './messages.ts';

/** What a report is made of here. */
interface Measured {
  readonly variance?: VarianceReduction;
  readonly confidence: number;
  readonly replications: number;
}

type Estimate = CauseEffect['share'];

/** Causes that a page lists. */
const MOST_CAUSES = 8;

/** What ways to get the same precision from fewer runs gain; no lines where that was not measured. */
export function varianceSection({ variance, confidence, replications }: Measured, messages: Messages): string[] {
  if (variance === undefined) return [];
  const words = messages.variance;
  const { pairing, controls, antithetic } = variance;
  const rows = [
    [words.pairing, pairing.gain],
    [words.controls, controls.gain],
    [words.antithetic, antithetic.gain],
  ] as const;
  return [
    ...section(words.heading, [
      ...table(
        rows.map(([label, gain]) => [label, times(gain.value), bracketed(gain), verdictOf(gain, messages)]),
        ['left', 'right', 'right', 'left'],
      ),
      ...wrapped(words.meaning(whole(replications), percent(confidence))),
      ...wrapped(pairingSentence(pairing, messages)),
      ...(controls.chosen.length === 0 ? [] : wrapped(words.chosen(controls.chosen))),
    ]),
    ...section(words.causes, causesTable(pairing.causes, messages)),
  ];
}

function verdictOf({ low, high }: Estimate, { variance }: Messages): string {
  if (low === null || high === null) return variance.unknown;
  if (low > 1) return variance.helps;
  return high < 1 ? variance.harms : variance.noHelp;
}

function pairingSentence(
  { ceiling, share, correlation, causes, outOfStep }: VarianceReduction['pairing'],
  messages: Messages,
) {
  const words = messages.variance;
  const reached = words.ceiling(times(ceiling), shareOf(share.value), decimals(correlation));
  if (outOfStep === null)
    return (share.value ?? 0) >= ENOUGH ? sentences(reached, words.enough(percent(ENOUGH))) : reached;
  const { group, only } = outOfStep;
  const effect = causes.find((cause) => cause.group === group);
  const part = shareOf(effect?.share.value ?? null);
  const why =
    only === null
      ? words.outOfStep(groupLabel(group, messages), part, decimals(effect?.inStep ?? null))
      : words.oneSided(groupLabel(group, messages), part, words.only[only]);
  return sentences(reached, why);
}

function causesTable(causes: readonly CauseEffect[], messages: Messages): string[] {
  const { columns, cut } = messages.variance;
  const sorted = causes.toSorted((one, other) => (other.share.value ?? 0) - (one.share.value ?? 0));
  const shown = sorted.slice(0, MOST_CAUSES);
  const scale = scaleFor(messages, 'yuan/t', [0]);
  const head = ['', columns.share, '', columns.staged, columns.direct, '', columns.inStep];
  const rows = shown.map(({ group, staged, direct, inStep, share }) => [
    groupLabel(group, messages),
    shareOf(share.value),
    share.low === null || share.high === null ? NO_FIGURE : `[${shareOf(share.low)}, ${shareOf(share.high)}]`,
    figure(staged, { ...scale, decimals: 3 }),
    figure(direct, { ...scale, decimals: 3 }),
    scale.unit,
    decimals(inStep),
  ]);
  const hidden = sorted.length - shown.length;
  return [...table([head, ...rows], ['left']), ...(hidden > 0 ? wrapped(cut(whole(hidden))) : [])];
}

function groupLabel(group: string, { variance }: Messages): string {
  return Object.hasOwn(variance.groups, group) ? (variance.groups[group] as string) : group;
}

function times(value: number | null): string {
  return value === null ? NO_FIGURE : `×${value.toFixed(2)}`;
}

function bracketed({ low, high }: Estimate): string {
  return low === null || high === null ? NO_FIGURE : `[${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

function shareOf(value: number | null): string {
  return value === null ? NO_FIGURE : `${(value * 100).toFixed(1)}%`;
}

function decimals(value: number | null): string {
  return value === null ? NO_FIGURE : value.toFixed(2);
}
