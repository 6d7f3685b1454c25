import { sensitivityOf, sweepScenario } from '../execution/index.ts';
import {
  type Commands,
  jsonText,
  type Program,
  sensitivityCsv,
  sensitivityJson,
  sensitivityText,
  sweepCsv,
  sweepJson,
  sweepText,
} from '../report/index.ts';
import type { Language, Scenario } from '../scenario/index.ts';
import { outputName } from '../study/index.ts';
import type { Design } from './design-plan.ts';
import type { SensitivityRequest, SweepRequest } from './design-request.ts';
import { quoted } from './quoted.ts';
import type { Request } from './request.ts';

/** What the answer of a design needs beside it. */
export interface DesignAsked {
  readonly request: Request;
  readonly scenario: Scenario;
  readonly program: Program;
  readonly language: Language;
  readonly threads: number;
  readonly onProgress: (done: number) => void;
}

/** Runs a design, and gives the text that answers it. */
export async function designAnswer(design: Design, asked: DesignAsked): Promise<string> {
  const { request, scenario, program, language, threads, onProgress } = asked;
  const where = { threads: Math.min(threads, design.evaluations), onProgress };
  if (design.request.kind === 'sweep') {
    const { plan, request: wanted } = design as Extract<Design, { request: SweepRequest }>;
    const json = sweepJson(await sweepScenario(scenario, plan, where), program);
    if (wanted.csv) return sweepCsv(json, wanted.table);
    return request.json
      ? jsonText(json)
      : sweepText(json, scenario, language, commandsOf(request, sweepOptions(wanted)));
  }
  const { plan, request: wanted } = design as Extract<Design, { request: SensitivityRequest }>;
  const json = sensitivityJson(await sensitivityOf(scenario, plan, where), program);
  if (wanted.csv) return sensitivityCsv(json);
  const commands = () => commandsOf(request, sensitivityOptions(wanted));
  return request.json ? jsonText(json) : sensitivityText(json, scenario, language, commands());
}

function commandsOf({ command, scenario, settings, seed }: Request, options: readonly string[]): Commands {
  const set = settings.flatMap((setting) => ['--set', quoted(setting)]);
  const typed = (name: string, more: readonly string[]) =>
    ['npx zhizhuang', name, quoted(scenario), ...more, ...set].join(' ');
  return {
    repeat: typed(command, [...options.map(quoted), '--seed', String(seed)]),
    validate: typed('validate', []),
  };
}

function sweepOptions({ vary, design, samples, levels, outputs, replications }: SweepRequest): string[] {
  const size = design === 'grid' ? ['--levels', String(levels)] : ['--samples', String(samples)];
  return [
    ...vary.flatMap((text) => ['--vary', text]),
    ...['--design', design, ...size],
    ...['--measures', outputs.map(outputName).join(), '--replications', String(replications)],
  ];
}

function sensitivityOptions(request: SensitivityRequest): string[] {
  const { method, vary, group, output, samples, levels, secondOrder, resamples, replications } = request;
  return [
    ...['--method', method],
    ...vary.flatMap((text) => ['--vary', text]),
    ...group.flatMap((text) => ['--group', text]),
    ...['--measure', outputName(output)],
    ...(method === 'tornado' ? [] : ['--samples', String(samples)]),
    ...(method === 'morris' ? ['--levels', String(levels)] : []),
    ...(secondOrder ? ['--second-order'] : []),
    ...(method === 'tornado' ? [] : ['--resamples', String(resamples)]),
    ...['--replications', String(replications)],
  ];
}
