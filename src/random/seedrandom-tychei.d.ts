/** seedrandom's Tyche-i alone: the package's main entry asks for Node's `crypto`, which a page has not. */
declare module 'seedrandom/lib/tychei.js' {
  /** @param seed any text; its UTF-16 units are mixed into the generator's 128 bits of state */
  export default function tychei(seed: string): {
    (): number;
    /** The next 53-bit uniform, 0 < u < 1. */
    double(): number;
  };
}
