import type { Setting } from '../../port/index.ts';
import { COLOURS } from './colours.ts';
import { HIRED_TRUCK, SHUTTLE, WORKS_TRUCK } from './frame.ts';
import { paintTruck } from './paint-trucks.ts';
import { box, label, letters, type Pen } from './pen.ts';
import type { Plan, Way } from './plan.ts';
import type { PlayerWords } from './words.ts';

/** What of a panel never changes: works, roads, gate, yard, quay, and their names. */
export interface Scenery {
  readonly plan: Plan;
  readonly setting: Setting;
  readonly words: PlayerWords;
  /** Nothing of this side goes through the yard. */
  readonly yardUnused: boolean;
  /** Trucks are hired on this side. */
  readonly hiresTrucks: boolean;
  /** Size of letters. */
  readonly small: number;
}

export function paintScenery(pen: Pen, scenery: Scenery): void {
  const { plan, setting, words, yardUnused, small } = scenery;
  const { width, height, truck, quay } = plan;
  box(pen, 0, 0, width, height, COLOURS.land);
  const worksRight = plan.road.points[0]!.x - truck * 0.4;
  const portTop = plan.yard.y - height * 0.012;
  rounded(pen, 4, height * 0.015, worksRight - 4, portTop - height * 0.025, COLOURS.works);
  rounded(pen, 4, portTop, width - 8, quay - portTop + truck * 0.4, COLOURS.port);
  road(pen, plan.road, truck * 1.7);
  road(pen, plan.portRoad, truck * 1.7);
  quayEdge(pen, plan);
  works(pen, scenery);
  gate(pen, scenery);
  yard(pen, plan, yardUnused);
  letters(pen, small + 1, true);
  label(pen, words.drawing.works, 10, height * 0.05, { colour: COLOURS.ink });
  letters(pen, small);
  const middle = (plan.road.points[0]!.x + plan.road.points[1]!.x) / 2;
  label(
    pen,
    `${yardUnused ? '' : '① '}${words.drawing.road(short(setting.roadKm))}`,
    middle,
    plan.road.points[0]!.y - truck * 1.5,
    {
      align: 'center',
      colour: COLOURS.soft,
    },
  );
  label(pen, words.drawing.quay, width - 10, quay + small, { align: 'right', colour: COLOURS.ink });
  scaleBar(pen, scenery);
  legend(pen, scenery);
}

/** A number of kilometres as it is spoken. */
export function short(km: number): string {
  return String(Number(km.toPrecision(3)));
}

function rounded(pen: Pen, x: number, y: number, w: number, h: number, fill: string): void {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.roundRect(x, y, w, h, 8);
  pen.fill();
}

function road(pen: Pen, { points }: Way, breadth: number): void {
  const line = () => {
    pen.beginPath();
    for (const [i, { x, y }] of points.entries()) {
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    pen.stroke();
  };
  pen.lineJoin = 'round';
  pen.lineCap = 'butt';
  pen.strokeStyle = COLOURS.road;
  pen.lineWidth = breadth;
  line();
  pen.strokeStyle = COLOURS.roadLine;
  pen.lineWidth = 1;
  pen.setLineDash([6, 6]);
  line();
  pen.setLineDash([]);
}

function quayEdge(pen: Pen, { width, height, quay, truck }: Plan): void {
  box(pen, 0, quay, width, height - quay, COLOURS.quay);
  pen.fillStyle = 'rgba(0, 0, 0, 0.12)';
  for (let x = truck; x < width; x += truck * 2.4) pen.fillRect(x, quay + 2, 2, height);
}

function works(pen: Pen, { plan, setting, words, small }: Scenery): void {
  const { warehouse, weighbridge, loaders, truck } = plan;
  const { x, y, w, h } = warehouse;
  box(pen, x, y, w, h, COLOURS.paper, COLOURS.outline);
  pen.fillStyle = COLOURS.building;
  pen.strokeStyle = COLOURS.outline;
  pen.beginPath();
  pen.moveTo(x - 3, y);
  pen.lineTo(x + w / 2, y - h * 0.22);
  pen.lineTo(x + w + 3, y);
  pen.closePath();
  pen.fill();
  pen.stroke();
  box(pen, weighbridge.x - truck * 0.6, weighbridge.y + truck * 0.62, truck * 1.2, 3, COLOURS.outline);
  letters(pen, small - 1);
  for (let bay = 0; bay < setting.worksLoaders; bay++) {
    const baseline = loaders.y - truck * (0.78 * bay - 0.42);
    box(pen, loaders.x - truck * 0.7, baseline, truck * 1.4, 1.5, COLOURS.outline);
  }
  const top = loaders.y - truck * (0.78 * setting.worksLoaders + 0.3);
  label(pen, words.drawing.loaders, loaders.x - truck * 0.7, top, { colour: COLOURS.soft });
}

function gate(pen: Pen, { plan, setting, words, small }: Scenery): void {
  const { x, y } = plan.gate;
  const { truck } = plan;
  const lanes = setting.gateLanes + setting.mannedLanes;
  const half = (lanes * truck * 0.75) / 2;
  for (let lane = 0; lane <= lanes; lane++) {
    box(pen, x - truck * 0.7, y - half + lane * truck * 0.75 - 1.5, truck * 1.4, 3, COLOURS.building, COLOURS.outline);
  }
  letters(pen, small);
  label(pen, words.drawing.gate, x, y - half - small, { align: 'center', colour: COLOURS.soft, halo: true });
  const { inspection } = plan;
  pen.setLineDash([4, 3]);
  pen.strokeStyle = COLOURS.outline;
  pen.lineWidth = 1;
  pen.strokeRect(inspection.x, inspection.y, inspection.w, inspection.h);
  pen.setLineDash([]);
  letters(pen, small - 1);
  label(pen, words.drawing.inspection, inspection.x + inspection.w / 2, inspection.y + inspection.h / 2, {
    within: inspection.w - 6,
    align: 'center',
    colour: COLOURS.soft,
  });
}

function yard(pen: Pen, { yard: { x, y, w, h } }: Plan, unused: boolean): void {
  pen.setLineDash(unused ? [3, 5] : []);
  pen.strokeStyle = COLOURS.outline;
  pen.lineWidth = 1;
  pen.fillStyle = unused ? 'transparent' : '#dcd6c8';
  pen.beginPath();
  pen.roundRect(x, y, w, h, 4);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
}

/** Painted over the cranes, which stand wherever the ship lies. */
export function nameHaul(pen: Pen, { plan, setting, words, small }: Scenery): void {
  const corner = plan.haul.points[1]!;
  const text = `② ${words.drawing.haul(short(setting.shuttleKm))}${plan.haulCut ? words.drawing.notToScale : ''}`;
  letters(pen, small);
  const place = [corner.x + plan.truck * 1.3, corner.y + plan.truck * 1.7] as const;
  label(pen, text, ...place, { colour: COLOURS.shuttle, halo: true });
}

/** What the signs of trucks mean. */
function legend(pen: Pen, { plan, words, small, yardUnused, hiresTrucks }: Scenery): void {
  const { width, height, truck } = plan;
  const { legend: names } = words.drawing;
  const signs: readonly (readonly [text: string, laden: boolean, kind: number])[] = [
    [names.laden, true, WORKS_TRUCK],
    [names.empty, false, WORKS_TRUCK],
    ...(yardUnused ? [] : [[names.shuttle, true, SHUTTLE] as const]),
    ...(hiresTrucks ? [[names.hired, true, HIRED_TRUCK] as const] : []),
  ];
  letters(pen, small - 1);
  const y = height * 0.05;
  let x = width * 0.33;
  for (const [text, laden, kind] of signs) {
    paintTruck(pen, x + truck / 2, y, truck, 1, laden, kind);
    label(pen, text, x + truck * 1.25, y, { colour: COLOURS.soft });
    x += truck * 1.9 + pen.measureText(text).width;
  }
}

function scaleBar(pen: Pen, { plan, words, small }: Scenery): void {
  const { width, height, pixelsPerKm } = plan;
  const x = width - 12 - pixelsPerKm;
  const y = height * 0.125;
  if (x < width * 0.4) return;
  pen.strokeStyle = COLOURS.soft;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x, y - 3);
  pen.lineTo(x, y + 3);
  pen.moveTo(x, y);
  pen.lineTo(x + pixelsPerKm, y);
  pen.moveTo(x + pixelsPerKm, y - 3);
  pen.lineTo(x + pixelsPerKm, y + 3);
  pen.stroke();
  letters(pen, small - 1);
  label(pen, words.drawing.scale, x - 4, y, { align: 'right', colour: COLOURS.soft });
}
