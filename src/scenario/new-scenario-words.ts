import type { Template } from './new-scenario.ts';
import type { Language } from './problem.ts';

/** What a new scenario says of itself. */
interface NewScenarioWords {
  readonly head: Readonly<Record<Template, string>>;
  readonly next: string;
  readonly title: (template: Template, calls: number, tonnes: number) => string;
  readonly question: string;
  readonly period: string;
  readonly laycan: string;
  readonly drawn: string;
  readonly parameters: string;
  readonly help: (label: string, help: string, range: string) => string;
  readonly own: string;
}

const thousands = (tonnes: number) => String(tonnes).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, ',');

export const NEW_SCENARIO_WORDS: Readonly<Record<Language, NewScenarioWords>> = {
  en: {
    head: {
      ship: 'One ship: what happens under a single call, staged and loaded direct?',
      season:
        'A season: ship after ship from one works. What does direct loading save, and when does the stock run out?',
      port: 'Your own port: a season with the figures of works, road, gate, customs, yard and quay to be replaced by yours.',
    },
    next: 'Check it: npx zhizhuang validate FILE. Compare: npx zhizhuang compare FILE --hours.',
    title: (template, calls, tonnes) =>
      template === 'ship' ? `One ship of ${thousands(tonnes)} t` : `${calls} ships of ${thousands(tonnes)} t each`,
    question: 'What does direct loading save against staging, for whom, and how sure is that?',
    period: 'Calendar days at UTC+8, both included.',
    laycan: 'The laycan is given. A line a ship; a size that several ships have may be written once: calls: 3.',
    drawn:
      'Laycans are drawn in every replication; give laycan: 2026-03-15T08:00 to all ships if you know them.\n' +
      'A line for each size of ship.',
    parameters:
      'What is not set takes its default (npx zhizhuang validate lists them). Units may be others of the same kind:\n' +
      '8 km, 8000 m. Replace values by yours, and say how you know them: standing sourced with a source, or assumed.',
    help: (label, help, range) => `${label}: ${help} Plausible: ${range}.`,
    own: 'given when this file was made',
  },
  zh: {
    head: {
      ship: '单船：一艘船，先集港或抵港直装，各会怎样？',
      season: '一季：同一工厂的船一艘接一艘。直装省多少，库存何时接不上？',
      port: '自己的港口：一季船，工厂、道路、闸口、海关、堆场、码头各项请换成本港数值。',
    },
    next: '检查：npx zhizhuang validate 文件名。比较：npx zhizhuang compare 文件名 --hours。',
    title: (template, calls, tonnes) =>
      template === 'ship' ? `单船 ${thousands(tonnes)} 吨` : `${calls} 艘船，每船 ${thousands(tonnes)} 吨`,
    question: '与传统集港相比，抵港直装省多少，谁从中得益，把握多大？',
    period: '统计期首日与末日，北京时间，含首尾两天。',
    laycan: '已给定受载期。每船一行；几艘船货量相同时可合写为一行：calls: 3。',
    drawn: '受载期每次重复抽取；若已知，请给每艘船写明 laycan: 2026-03-15T08:00。\n每种货量一行。',
    parameters:
      '未列者取默认值（npx zhizhuang validate 可列出）。单位可用同类的其他单位：8 km、8000 m、8 公里。\n' +
      '请换成自己的数值，并写明如何得知：standing: sourced 并附 source（来源），或 assumed（假定）。',
    help: (label, help, range) => `${label}：${help}合理范围：${range}。`,
    own: '建立本文件时给定',
  },
};
