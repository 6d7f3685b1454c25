/** Messages in the order in which they came, waited for one by one. */
export class Inbox<T> {
  readonly #messages: T[] = [];
  #wake: (() => void) | null = null;

  put(message: T): void {
    this.#messages.push(message);
    this.#wake?.();
  }

  async next(): Promise<T> {
    while (this.#messages.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#messages.shift() as T;
  }
}
