/*
 * The yardstick of the engine's bench: what a hand-written event loop in C does on this machine, just now.
 * A 4-ary heap of 16-byte entries; no processes, no cancelling, no names, no checks.
 *
 *   reference hold PENDING EVENTS < increments      holds a second
 *   reference queue SERVERS CUSTOMERS < increments  customers a second, and their mean wait as a check
 *
 * The increments (65,536 doubles, Exp(1)) come on standard input, so that both sides draw the same.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DRAWS 65536

typedef struct {
  double time;
  uint32_t sequence;
  int32_t kind;
} Event;

static double draws[DRAWS];
static Event *heap;
static size_t size;
static uint32_t sequence;

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
  size_t k = 0;
  for (size_t i = 0; i < pending; i++) push(draws[k++ & (DRAWS - 1)], 0);
  double from = now();
  double clock = 0;
  for (size_t i = 0; i < events; i++) {
    Event event = pop();
    clock = event.time;
    push(clock + draws[k++ & (DRAWS - 1)], 0);
  }
  printf("%.0f %.6f\n", (double)events / (now() - from), clock);
}

/* Arrivals every Exp(1), service Exp(1) * servers * 0.8; one waiting line of arrival times in a ring. */
static void queue(int servers, size_t customers) {
  size_t room = 1 << 20;
  double *line = malloc(room * sizeof *line);
  size_t first = 0, end = 0, arrived = 1, served = 0, k = 0;
  int free_servers = servers;
  double waited = 0;
  double mean = 0.8 * servers;
  double from = now();
  push(draws[k++ & (DRAWS - 1)], 0);
  while (served < customers) {
    Event event = pop();
    if (event.kind == 0) {
      line[end++ & (room - 1)] = event.time;
      if (arrived++ < customers) push(event.time + draws[k++ & (DRAWS - 1)], 0);
    } else {
      free_servers++;
      served++;
    }
    while (free_servers > 0 && first < end) {
      waited += event.time - line[first++ & (room - 1)];
      free_servers--;
      push(event.time + mean * draws[k++ & (DRAWS - 1)], 1);
    }
  }
  printf("%.0f %.6f\n", (double)customers / (now() - from), waited / (double)customers);
  free(line);
}

int main(int argc, char **argv) {
  if (argc != 4 || fread(draws, sizeof(double), DRAWS, stdin) != DRAWS) return 2;
  size_t a = (size_t)atoll(argv[2]);
  size_t b = (size_t)atoll(argv[3]);
  heap = malloc((a + 16) * sizeof *heap);
  if (strcmp(argv[1], "hold") == 0) hold(a, b);
  else queue((int)a, b);
  free(heap);
  return 0;
}
