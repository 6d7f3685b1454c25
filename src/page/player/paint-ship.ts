import { HOUR_CAUSES } from '../../port/index.ts';
import { COLOURS } from './colours.ts';
import { box, label, letters, type Pen, tonnes } from './pen.ts';
import type { Plan } from './plan.ts';
import { CRANE_STATES, type ShipSign } from './ship-signs.ts';
import type { PlayerWords } from './words.ts';

/** Hatches drawn, whatever she has. */
const HATCHES = 5;
/** How far below her deck the load line is, of her depth: it meets the water when she is laden. */
const MARK = 0.26;

/** Pixels of a ship: her deck, her keel and where her cranes stand. */
interface Hull {
  readonly left: number;
  readonly right: number;
  readonly deck: number;
  readonly keel: number;
}

/** A ship's hull as it floats: she sinks with her cargo, and rises with the water. */
function hullOf(plan: Plan, { x, length, sunk, where }: ShipSign, water: number): Hull {
  const size = where === 'berth' ? 1 : 0.45 + (0.55 * length) / (plan.berths[0]!.w || length);
  const depth = plan.height * 0.125 * size;
  const draught = depth * (0.34 + 0.4 * sunk);
  return { left: x - length / 2, right: x + length / 2, keel: water + draught, deck: water + draught - depth };
}

/** The gantries behind a ship alongside, with a letter where one does not pour. */
export function paintCranes(pen: Pen, plan: Plan, sign: ShipSign, hour: number, words: PlayerWords): void {
  const { truck, quay, height } = plan;
  const top = quay - height * 0.135;
  for (let crane = 0; crane < sign.craneCount; crane++) {
    const x = craneX(sign, crane);
    const state = CRANE_STATES[sign.cranes[crane] as number];
    const pours = state === 'pours';
    const colour = pours ? COLOURS.ink : COLOURS.crane;
    pen.strokeStyle = colour;
    pen.lineWidth = pours ? 2.2 : 1.6;
    pen.beginPath();
    pen.moveTo(x - truck * 0.75, quay);
    pen.lineTo(x - truck * 0.35, top);
    pen.lineTo(x + truck * 0.35, top);
    pen.lineTo(x + truck * 0.75, quay);
    pen.moveTo(x - truck * 0.6, top);
    pen.lineTo(x + truck * 0.6, top);
    pen.stroke();
    if (pours) paintGrab(pen, plan, x, top, hour + crane * 0.013);
    else paintLetter(pen, x, top, truck, letterOf(sign, crane, words), state === 'stopped');
  }
}

/** Why a crane does not pour, in a letter. */
function letterOf(sign: ShipSign, crane: number, { drawing }: PlayerWords): string {
  const state = CRANE_STATES[sign.cranes[crane] as number];
  if (state === 'stopped') return drawing.cranes.stopped;
  const cause = HOUR_CAUSES[sign.craneCause[crane] as number];
  return cause === 'customs' || cause === 'noTruck' || cause === 'noCargo'
    ? drawing.cranes[cause]
    : drawing.cranes.moves;
}

function craneX({ x, length, craneCount }: ShipSign, crane: number): number {
  return x + length * (-0.33 + (0.62 * (crane + 0.5)) / craneCount);
}

/** A grab that goes down and up, twice a minute of the clock's time for the eye. */
function paintGrab(pen: Pen, { truck, quay, height }: Plan, x: number, top: number, hour: number): void {
  const swing = Math.abs(((hour * 40) % 2) - 1);
  const low = top + (quay + height * 0.035 - top) * (0.35 + 0.65 * swing);
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x, top);
  pen.lineTo(x, low);
  pen.stroke();
  pen.fillStyle = COLOURS.load;
  pen.beginPath();
  pen.moveTo(x - truck * 0.3, low);
  pen.lineTo(x + truck * 0.3, low);
  pen.lineTo(x, low + truck * 0.42);
  pen.fill();
}

function paintLetter(pen: Pen, x: number, y: number, truck: number, letter: string, stopped: boolean): void {
  const radius = Math.max(6, truck * 0.52);
  pen.fillStyle = stopped ? COLOURS.stopped : COLOURS.paper;
  pen.strokeStyle = stopped ? COLOURS.stopped : COLOURS.waits;
  pen.lineWidth = 1.4;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  letters(pen, radius * 1.25, true);
  label(pen, letter, x, y + 0.5, { align: 'center', colour: stopped ? COLOURS.paper : COLOURS.waits });
}

/** A ship from her side, her hold cut open to show the slag in it, with the mark to which she may be laden. */
export function paintShip(pen: Pen, plan: Plan, sign: ShipSign, water: number): void {
  const { left, right, deck, keel } = hullOf(plan, sign, water);
  const [length, depth] = [right - left, keel - deck];
  pen.beginPath();
  pen.moveTo(right, deck);
  pen.lineTo(left - length * 0.02, deck - depth * 0.06);
  pen.lineTo(left + length * 0.05, keel);
  pen.lineTo(right - length * 0.02, keel);
  pen.closePath();
  pen.fillStyle = sign.trade === 'slag' ? COLOURS.hull : '#77838d';
  pen.fill();
  // Below her laden mark she is painted another colour.
  const mark = deck + depth * MARK;
  pen.save();
  pen.clip();
  box(pen, left - length * 0.05, mark, length * 1.1, depth, sign.trade === 'slag' ? COLOURS.hullLow : '#8f8a86');
  pen.restore();
  const [houseX, houseWidth] = [right - length * 0.12, length * 0.1];
  box(pen, houseX, deck - depth * 0.5, houseWidth, depth * 0.5, COLOURS.deck, COLOURS.hull);
  box(pen, houseX + houseWidth * 0.25, deck - depth * 0.75, houseWidth * 0.3, depth * 0.27, COLOURS.hull);
}

/** Her hold cut open, drawn over the water so that its slag can be seen, and her load line. */
export function paintHold(pen: Pen, plan: Plan, sign: ShipSign, water: number): void {
  if (sign.trade !== 'slag') return;
  const { left, right, deck, keel } = hullOf(plan, sign, water);
  const [length, depth] = [right - left, keel - deck];
  const [holdX, holdWidth] = [left + length * 0.14, length * 0.7];
  const [holdTop, holdDepth] = [deck + depth * 0.1, depth * 0.74];
  box(pen, holdX, holdTop, holdWidth, holdDepth, '#eef1f2');
  pen.fillStyle = COLOURS.slag;
  pen.fillRect(holdX, holdTop + holdDepth * (1 - sign.sunk), holdWidth, holdDepth * sign.sunk);
  pen.strokeStyle = COLOURS.hull;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let hatch = 0; hatch <= HATCHES; hatch++) {
    const x = holdX + (holdWidth * hatch) / HATCHES;
    pen.moveTo(x, holdTop);
    pen.lineTo(x, holdTop + holdDepth);
  }
  pen.stroke();
  if (sign.where === 'berth') paintMark(pen, left + length * 0.085, deck + depth * MARK, depth);
}

/** The load line: a ring with a bar through it, which meets the water when she is laden. */
function paintMark(pen: Pen, x: number, y: number, depth: number): void {
  const radius = Math.max(3, depth * 0.09);
  pen.strokeStyle = COLOURS.paper;
  pen.lineWidth = 1.3;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.moveTo(x - radius * 2, y);
  pen.lineTo(x + radius * 2, y);
  pen.stroke();
}

/** Her number, and what she has aboard, in her side. */
export function nameShip(pen: Pen, plan: Plan, sign: ShipSign, water: number, words: PlayerWords, small: number): void {
  const { deck, keel } = hullOf(plan, sign, water);
  const { drawing } = words;
  if (sign.trade === 'other') {
    letters(pen, small - 1);
    label(pen, drawing.otherShip, sign.x, deck - small * 0.9, { align: 'center', colour: COLOURS.soft, halo: true });
    return;
  }
  letters(pen, small, true);
  if (sign.where !== 'berth') {
    label(pen, drawing.ship(sign.number + 1), sign.x, deck - small * 0.9, { align: 'center', halo: true });
    return;
  }
  const text = `${drawing.ship(sign.number + 1)}　${drawing.aboard(tonnes(sign.aboardKg), tonnes(sign.cargoKg))}`;
  label(pen, text, sign.x - sign.length * 0.01, Math.min((deck + keel) / 2, plan.height - small), {
    align: 'center',
    halo: true,
  });
}
