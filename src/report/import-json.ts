import type {
  BadRow,
  Charge,
  Column,
  LogKind,
  MeasuredValue,
  QuantitySummary,
  RowFault,
  TariffRead,
} from '../history/index.ts';
import type { Program } from './json.ts';

/** A file as it was read. */
export interface ImportedFile {
  readonly name: string;
  readonly kind: LogKind;
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly separator: string | null;
  /** Line of the headers, from 1. */
  readonly headerLine: number;
  readonly columns: readonly Pick<Column, 'field' | 'header' | 'by'>[];
  /** Headers of columns that mean nothing here. */
  readonly unread: readonly string[];
  readonly rows: number;
  readonly kept: number;
  /** Every instant is a whole minute. */
  readonly toTheMinute: boolean;
  readonly leftOut: {
    readonly count: number;
    readonly byFault: Readonly<Partial<Record<RowFault, number>>>;
    /** The first of them. */
    readonly first: readonly BadRow[];
  };
}

/** What an import found. */
export interface Imported {
  readonly files: readonly ImportedFile[];
  readonly quantities: readonly QuantitySummary[];
  readonly measured: readonly MeasuredValue[];
  readonly tariff: TariffRead;
  /** The scenario whose distances and peak hours it was measured by; null: the catalogue's. */
  readonly scenario: { readonly name: string; readonly path: string } | null;
  /** What was written, and where; null if nothing was to be. */
  readonly written: { readonly path: string; readonly keys: readonly string[] } | null;
}

/** What `import --json` prints. */
export interface ImportJson extends Imported {
  readonly schema: 'zhizhuang/import@1';
  readonly program: Program;
}

/** An import as one object. */
export function importJson(imported: Imported, program: Program): ImportJson {
  return { schema: 'zhizhuang/import@1', program, ...imported };
}

/** Where a charge's value comes from, as a scenario says it. */
export function chargeSource({ log, item }: Pick<Charge, 'log' | 'item'>): string {
  return `${log}: ${item}`;
}
