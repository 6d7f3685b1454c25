import type { TableFault } from '../execution/index.ts';
import type { LayoutFault } from '../history/index.ts';

/** What the command line says of `import` in one language. */
export interface ImportCliWords {
  readonly operands: string;
  readonly describe: Readonly<
    Record<
      | 'import'
      | 'kind'
      | 'map'
      | 'encoding'
      | 'separator'
      | 'tz'
      | 'works'
      | 'port'
      | 'into'
      | 'out'
      | 'outOtherwise'
      | 'take'
      | 'takeOtherwise'
      | 'fit'
      | 'bad'
      | 'show'
      | 'guessed',
      string
    >
  >;
  readonly wrong: {
    readonly noFile: string;
    readonly map: (found: string | null) => string;
    readonly tz: (found: string | null) => string;
    readonly place: (found: string | null) => string;
    readonly onePlace: string;
    readonly outAlone: (option: string) => string;
    readonly take: (found: string | null) => string;
    readonly notMeasured: (key: string) => string;
    readonly reserved: (key: string, why: string) => string;
    readonly nothingToWrite: string;
    readonly layout: string;
    readonly fit: (found: string, known: readonly string[]) => string;
    readonly fitAlone: string;
    readonly noLaw: (quantity: string) => string;
    readonly table: (fault: TableFault) => string;
    readonly columns: (fault: LayoutFault) => string;
  };
  readonly badWritten: (count: string, path: string) => string;
}
