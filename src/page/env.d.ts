/** The program that the page was built from, put in its place by the build. */
declare const PROGRAM: { readonly name: string; readonly version: string };

declare module '*.css';

declare module 'virtual:scenarios' {
  /** A shipped scenario: its file and what a list tells of it. */
  export interface ShippedScenario {
    readonly file: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly question: { readonly zh: string; readonly en: string };
    readonly text: string;
  }
  export const SHIPPED: readonly ShippedScenario[];
}
