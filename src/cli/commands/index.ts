import type { Command } from '../command.ts';
import { attributeCommand } from './attribute.ts';
import { calibrateCommand } from './calibrate.ts';
import { compareCommand } from './compare.ts';
import { frontierCommand } from './frontier.ts';
import { planCommand } from './plan.ts';
import { resultsCommand } from './results.ts';
import { runCommand } from './run.ts';
import { sensitivityCommand } from './sensitivity.ts';
import { sweepCommand } from './sweep.ts';
import { uncertaintyCommand } from './uncertainty.ts';
import { validateCommand } from './validate.ts';
import { verifyCommand } from './verify.ts';

/** The program's commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  compareCommand,
  runCommand,
  sweepCommand,
  sensitivityCommand,
  frontierCommand,
  planCommand,
  uncertaintyCommand,
  attributeCommand,
  calibrateCommand,
  validateCommand,
  verifyCommand,
  resultsCommand,
];
