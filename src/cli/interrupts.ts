/** Whoever wants to end in order when the program is interrupted; once more ends it at once. */
export interface Interrupts {
  /** What is called at the first interruption; null: nobody. */
  onFirst: (() => void) | null;
}
