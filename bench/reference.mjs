/**
 * A fixed piece of plain JavaScript to hold times against, so that a slow or a busy machine does not look like a slow
 * program: a binary heap of 1,000 events, of which the earliest is taken and put back later, 300,000 times. It uses
 * nothing of the program and must never change.
 *
 * @returns a number that depends on every step, so that none is optimised away
 */
export function referenceWork() {
  const size = 1000;
  const heap = new Array(size).fill(0);
  let state = 12345;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  for (let i = 0; i < size; i++) heap[i] = i / size;
  for (let step = 0; step < 300_000; step++) {
    const time = heap[0] + draw();
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && heap[child + 1] < heap[child]) child++;
      if (heap[child] >= time) break;
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = time;
  }
  return heap[0];
}
