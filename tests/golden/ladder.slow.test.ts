import { ALWAYS, holdToGolden, NAMES } from './golden.ts';

holdToGolden(NAMES.filter((name) => !ALWAYS.includes(name)));
