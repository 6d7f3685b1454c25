import { PLACE_NUMBERS, type TruckPlace } from '../../port/index.ts';
import { COLOURS } from './colours.ts';
import type { Frame } from './frame.ts';
import { nameHaul, type Scenery } from './paint-scenery.ts';
import { nameShip, paintCranes, paintHold, paintShip } from './paint-ship.ts';
import { paintTruck, paintTrucks } from './paint-trucks.ts';
import { heap, label, letters, type Pen, tonnes } from './pen.ts';
import type { Point } from './plan.ts';
import { pileX } from './spots.ts';
import type { Surroundings } from './surroundings.ts';

/** What a picture needs beside its frame. */
export interface Picture extends Scenery {
  /** The scenery, painted once. */
  readonly background: HTMLCanvasElement;
  /** The largest stack of either side, so that both are drawn to one measure; kg. */
  readonly mostPileKg: number;
  readonly warehouseKg: number;
  /** Number of the truck that is followed; −1: none. */
  followed: number;
  /** Nothing moves but what the clock moves. */
  readonly still: boolean;
}

/** Paints one panel. */
export function paint(pen: Pen, picture: Picture, frame: Frame, around: Surroundings): void {
  const { plan, background, words, small, yardUnused } = picture;
  const { width, height } = plan;
  pen.drawImage(background, 0, 0, width, height);
  const water = plan.water - (around.tideM / around.highestM - 0.5) * height * 0.035;
  paintStocks(pen, picture, frame);
  paintParked(pen, picture, frame);
  pen.fillStyle = COLOURS.water;
  pen.fillRect(0, water, width, height - water);
  if (around.night > 0) {
    pen.fillStyle = `rgba(${COLOURS.night}, ${0.26 * around.night})`;
    pen.fillRect(0, 0, width, height);
  }
  for (let i = 0; i < frame.shipCount; i++) {
    const ship = frame.ships[i]!;
    if (ship.where === 'berth') paintCranes(pen, plan, ship, frame.hour, words);
  }
  if (!yardUnused) nameHaul(pen, picture);
  paintTrucks(pen, frame, plan.truck, picture.followed);
  if (around.ice) paintIce(pen, plan, water);
  for (let i = 0; i < frame.shipCount; i++) paintShip(pen, plan, frame.ships[i]!, water);
  pen.fillStyle = COLOURS.waterDeep;
  pen.fillRect(0, water, width, height - water);
  for (let i = 0; i < frame.shipCount; i++) paintHold(pen, plan, frame.ships[i]!, water);
  paintWeather(pen, picture, around, frame.hour);
  for (let i = 0; i < frame.shipCount; i++) nameShip(pen, plan, frame.ships[i]!, water, words, small);
  paintLines(pen, picture, frame);
}

function paintStocks(
  pen: Pen,
  { plan, mostPileKg, warehouseKg, words, small, yardUnused }: Picture,
  frame: Frame,
): void {
  const { warehouse, yard } = plan;
  const share = Math.min(1, frame.warehouseKg / warehouseKg);
  pen.fillStyle = COLOURS.slag;
  pen.fillRect(warehouse.x + 1, warehouse.y + warehouse.h * (1 - share), warehouse.w - 2, warehouse.h * share - 1);
  letters(pen, small);
  label(pen, tonnes(frame.warehouseKg), warehouse.x + warehouse.w / 2, warehouse.y + warehouse.h * 0.5, {
    align: 'center',
    halo: true,
  });
  const base = yard.y + yard.h;
  const place = yard.w / frame.pileKg.length;
  for (let pile = 0; pile < frame.pileKg.length; pile++) {
    const kg = frame.pileKg[pile] as number;
    if (kg === 0) continue;
    const size = Math.sqrt(kg / mostPileKg);
    heap(
      pen,
      pileX(plan, { pile, piles: frame.pileKg.length }),
      base,
      Math.max(6, place * 0.96 * size),
      Math.max(3, yard.h * 0.9 * size),
    );
  }
  const text =
    yardUnused && frame.yardKg === 0
      ? words.drawing.yardUnused
      : `${words.drawing.yard}　${words.drawing.tonnes(tonnes(frame.yardKg))}`;
  label(pen, text, yard.x + yard.w / 2, yard.y + small * 0.9, {
    align: 'center',
    halo: true,
    colour: yardUnused ? COLOURS.soft : COLOURS.ink,
  });
}

/** Trucks that stand ready: one for each, in rows, as far as there is room, and their number. */
function paintParked(pen: Pen, { plan, words, small }: Picture, frame: Frame): void {
  const { parking, truck } = plan;
  const length = truck * 0.72;
  const columns = Math.floor(parking.w / (length * 1.25));
  const rows = Math.max(1, Math.floor((parking.h - small * 1.3) / (length * 0.62)));
  const shown = Math.min(frame.parked, columns * rows);
  for (let i = 0; i < shown; i++) {
    const x = parking.x + length * (0.6 + 1.25 * (i % columns));
    const y = parking.y + small * 1.5 + length * (0.3 + 0.62 * Math.floor(i / columns));
    paintTruck(pen, x, y, length, 1, false, 0);
  }
  letters(pen, small);
  label(pen, `${words.drawing.parked} ${frame.parked}`, parking.x, parking.y + small * 0.5, { colour: COLOURS.soft });
}

const LINE_LABELS: readonly (readonly [TruckPlace, (plan: Picture['plan']) => Point])[] = [
  ['loaderLine', ({ loaders, truck }) => ({ x: loaders.x - truck * 2.2, y: loaders.y + truck * 1.25 })],
  ['gateLine', ({ road, truck }) => ({ x: road.points[2]!.x - truck * 3.2, y: road.points[2]!.y - truck * 3.6 })],
  ['stackLine', ({ gate, truck }) => ({ x: gate.x - truck * 5, y: gate.y + truck * 2 })],
  ['reclaimLine', ({ haul, truck }) => ({ x: haul.points[0]!.x - truck * 1.2, y: haul.points[0]!.y - truck * 1.9 })],
  [
    'apronLine',
    ({ portRoad, truck }) => ({ x: portRoad.points[1]!.x + truck * 4, y: portRoad.points[1]!.y - truck * 1.5 }),
  ],
  [
    'inspectionYard',
    ({ inspection, truck }) => ({ x: inspection.x + inspection.w / 2, y: inspection.y + inspection.h + truck * 0.6 }),
  ],
];

/** How many stand in each line of more than one. */
function paintLines(pen: Pen, { plan, words, small }: Picture, frame: Frame): void {
  letters(pen, small, true);
  for (const [place, at] of LINE_LABELS) {
    const count = frame.at[PLACE_NUMBERS[place]] as number;
    if (count < 2) continue;
    const { x, y } = at(plan);
    label(pen, words.drawing.inLine(count), x, y, { align: 'center', colour: '#7c2d12', halo: true });
  }
}

/** Floes on the water. */
function paintIce(pen: Pen, { width, height }: Picture['plan'], water: number): void {
  pen.fillStyle = 'rgba(255, 255, 255, 0.85)';
  for (let i = 0; i < 14; i++) {
    const x = (i * 131) % width;
    const y = water + 4 + ((i * 37) % Math.max(6, height - water - 10));
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 14, y - 3);
    pen.lineTo(x + 23, y + 1);
    pen.lineTo(x + 9, y + 4);
    pen.fill();
  }
}

function paintWeather(pen: Pen, { plan, still }: Picture, around: Surroundings, hour: number): void {
  const { width, height } = plan;
  const drift = still ? 0 : hour * 60;
  if (around.fog) {
    pen.fillStyle = 'rgba(244, 246, 247, 0.55)';
    pen.fillRect(0, 0, width, height);
  }
  if (around.rain || around.storm) {
    pen.strokeStyle = 'rgba(38, 70, 99, 0.4)';
    pen.lineWidth = 1;
    pen.beginPath();
    for (let i = 0; i < 90; i++) {
      const x = (i * 97 + drift * 13) % width;
      const y = (i * 57 + drift * 37) % height;
      pen.moveTo(x, y);
      pen.lineTo(x - 4, y + 11);
    }
    pen.stroke();
  }
  if (around.wind > 0 || around.storm) {
    pen.strokeStyle = 'rgba(38, 70, 99, 0.55)';
    pen.lineWidth = around.wind === 7 ? 2 : 1.3;
    pen.beginPath();
    for (let i = 0; i < (around.wind === 7 ? 9 : 6); i++) {
      const x = ((i * 173 + drift * 29) % (width + 120)) - 90;
      const y = height * (0.04 + 0.105 * i);
      pen.moveTo(x, y);
      pen.bezierCurveTo(x + 25, y - 6, x + 45, y + 6, x + 72, y);
      pen.lineTo(x + 66, y - 4);
    }
    pen.stroke();
  }
}
