/*
 * The yardstick of the engine's bench: what a hand-written event loop in C does on this machine, just now.
 * A 4-ary heap of 16-byte entries; no processes, no cancelling, no names, no checks.
 *
 *   reference hold PENDING EVENTS table REPEATS < increments
 *       holds a second; the clock at the end
 *   reference queue SERVERS CUSTOMERS made|table REPEATS < increments
 *       customers a second; their mean wait
 *   reference queueStatistics SERVERS CUSTOMERS made|table REPEATS < increments
 *       customers a second; their mean wait, the utilisation, the mean line
 *
 * A run repeats the same simulation, so that on a busy machine a short one is not lucky to be let through in one go.
 * The increments (65,536 doubles) come on standard input, or are made by the same generator as in draws.mjs, so that
 * both sides draw the same in the same order: what follows the rate is a check that both have simulated the same path.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DRAWS 65536
/* Room in the line: at a load of 0.8 it never comes near. */
#define ROOM 4096

typedef struct {
  double time;
  uint32_t sequence;
  int32_t kind;
} Event;

static double draws[DRAWS];
static size_t drawn;
static Event *heap;
static size_t size;
static uint32_t sequence;
/* Of all repeats, without what comes before the first event. */
static double seconds;
/* What the last repeat has found. */
static double found[3];

static double draw(void) { return draws[drawn++ & (DRAWS - 1)]; }

/* An Exp(1) draw by inversion of a uniform of mulberry32. */
static uint32_t state;
static double make(void) {
  state += 0x6d2b79f5u;
  uint32_t mixed = (state ^ (state >> 15)) * (1 | state);
  mixed = (mixed + (mixed ^ (mixed >> 7)) * (61 | mixed)) ^ mixed;
  return -log(1 - (mixed ^ (mixed >> 14)) / 4294967296.0);
}

static int before(const Event *a, const Event *b) {
  return a->time < b->time || (a->time == b->time && a->sequence < b->sequence);
}

static void push(double time, int32_t kind) {
  Event event = {time, sequence++, kind};
  size_t at = size++;
  while (at > 0) {
    size_t parent = (at - 1) >> 2;
    if (before(&heap[parent], &event)) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = event;
}

static Event pop(void) {
  Event first = heap[0];
  Event last = heap[--size];
  size_t at = 0;
  for (;;) {
    size_t child = 4 * at + 1;
    if (child >= size) break;
    size_t end = child + 4 < size ? child + 4 : size;
    size_t least = child;
    for (size_t other = child + 1; other < end; other++)
      if (before(&heap[other], &heap[least])) least = other;
    if (before(&last, &heap[least])) break;
    heap[at] = heap[least];
    at = least;
  }
  heap[at] = last;
  return first;
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}

static void hold(size_t pending, size_t events) {
  for (size_t i = 0; i < pending; i++) push(draw(), 0);
  double from = now();
  double clock = 0;
  for (size_t i = 0; i < events; i++) {
    Event event = pop();
    clock = event.time;
    push(clock + draw(), 0);
  }
  seconds += now() - from;
  found[0] = clock;
}

/* A level over time, as src/engine/time-weighted.ts keeps it. */
typedef struct {
  double value, since, area, least, most;
} Level;

static void set(Level *level, double value, double time) {
  level->area += level->value * (time - level->since);
  level->since = time;
  level->value = value;
  if (value < level->least) level->least = value;
  if (value > level->most) level->most = value;
}

enum { ARRIVAL, DEPARTURE };

/*
 * Arrivals every Exp(1), service Exp(1) * servers * 0.8; one waiting line of arrival times in a ring. Always called
 * with constants for `next` and `statistics`, so that no loop asks for them.
 */
static inline __attribute__((always_inline)) void queue(double (*next)(void), int servers, size_t customers,
                                                        int statistics) {
  static double line[ROOM];
  size_t first = 0, end = 0, arrived = 1, served = 0;
  int busy = 0;
  double waited = 0, clock = 0, mean = 0.8 * servers;
  Level length = {0}, usage = {0};
  double from = now();
  push(next(), ARRIVAL);
  while (served < customers) {
    Event event = pop();
    clock = event.time;
    if (event.kind == ARRIVAL) {
      if (arrived++ < customers) push(clock + next(), ARRIVAL);
      if (busy < servers) {
        busy++;
        if (statistics) set(&usage, busy, clock);
        push(clock + mean * next(), DEPARTURE);
      } else {
        line[end++ & (ROOM - 1)] = clock;
        if (statistics) set(&length, (double)(end - first), clock);
      }
    } else {
      served++;
      if (first < end) {
        waited += clock - line[first++ & (ROOM - 1)];
        if (statistics) set(&length, (double)(end - first), clock);
        push(clock + mean * next(), DEPARTURE);
      } else {
        busy--;
        if (statistics) set(&usage, busy, clock);
      }
    }
  }
  seconds += now() - from;
  found[0] = waited / (double)customers;
  found[1] = usage.area / clock / servers;
  found[2] = length.area / clock;
}

/* Simulates once. Returns how many numbers it has found, 0 when it does not know what to do. */
static int simulate(const char *what, size_t a, size_t b, int made) {
  drawn = 0;
  state = 1;
  size = 0;
  sequence = 0;
  if (strcmp(what, "hold") == 0) return hold(a, b), 1;
  if (strcmp(what, "queue") == 0) return made ? queue(make, (int)a, b, 0) : queue(draw, (int)a, b, 0), 1;
  if (strcmp(what, "queueStatistics") == 0) return made ? queue(make, (int)a, b, 1) : queue(draw, (int)a, b, 1), 3;
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 6 || fread(draws, sizeof(double), DRAWS, stdin) != DRAWS) return 2;
  size_t a = (size_t)atoll(argv[2]);
  size_t b = (size_t)atoll(argv[3]);
  int made = strcmp(argv[4], "made") == 0;
  long repeats = atol(argv[5]);
  heap = malloc((a + 16) * sizeof *heap);
  int numbers = 0;
  for (long i = 0; i < repeats; i++) numbers = simulate(argv[1], a, b, made);
  printf("%.0f", (double)b * (double)repeats / seconds);
  for (int i = 0; i < numbers; i++) printf(" %.17g", found[i]);
  printf("\n");
  free(heap);
  return numbers == 0 ? 2 : 0;
}
