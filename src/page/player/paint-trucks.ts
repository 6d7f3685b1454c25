import { COLOURS } from './colours.ts';
import { type Frame, HIRED_TRUCK, SHUTTLE } from './frame.ts';
import type { Pen } from './pen.ts';

/** A truck from its side: a cab and a bed, with a load above it when laden. A shuttle has a stripe, a hired truck a dot. */
export function paintTruck(
  pen: Pen,
  x: number,
  y: number,
  length: number,
  facing: number,
  laden: boolean,
  kind: number,
): void {
  const height = length * 0.3;
  const left = x - length / 2;
  const [bedX, bedWidth] = [facing > 0 ? left : left + length * 0.32, length * 0.68];
  const [cabX, cabWidth] = [facing > 0 ? left + length * 0.72 : left, length * 0.28];
  const colour = kind === SHUTTLE ? COLOURS.shuttle : kind === HIRED_TRUCK ? COLOURS.hiredTruck : COLOURS.worksTruck;
  const top = y - height * 0.5;
  if (laden) {
    pen.fillStyle = COLOURS.load;
    pen.beginPath();
    pen.moveTo(bedX + bedWidth * 0.05, top);
    pen.lineTo(bedX + bedWidth * 0.28, top - height * 0.5);
    pen.lineTo(bedX + bedWidth * 0.72, top - height * 0.5);
    pen.lineTo(bedX + bedWidth * 0.95, top);
    pen.fill();
    pen.fillStyle = colour;
    pen.fillRect(bedX, top, bedWidth, height);
  } else {
    pen.fillStyle = COLOURS.paper;
    pen.fillRect(bedX, top, bedWidth, height);
    pen.strokeStyle = colour;
    pen.lineWidth = 1;
    pen.strokeRect(bedX + 0.5, top + 0.5, bedWidth - 1, height - 1);
  }
  pen.fillStyle = colour;
  pen.fillRect(cabX, top - height * 0.45, cabWidth, height * 1.45);
  if (length > 11) {
    pen.fillStyle = COLOURS.paper;
    pen.fillRect(cabX + cabWidth * (facing > 0 ? 0.45 : 0.1), top - height * 0.22, cabWidth * 0.45, height * 0.45);
  }
  if (kind !== 0) {
    pen.fillStyle = laden ? COLOURS.paper : colour;
    if (kind === SHUTTLE) pen.fillRect(bedX + 2, top + height * 0.38, bedWidth - 4, Math.max(1, height * 0.24));
    else pen.fillRect(bedX + bedWidth * 0.4, top + height * 0.25, bedWidth * 0.2, height * 0.5);
  }
  pen.fillStyle = COLOURS.ink;
  const wheel = Math.max(1.4, length * 0.1);
  pen.fillRect(left + length * 0.12, top + height, wheel * 1.5, wheel);
  pen.fillRect(left + length * 0.7, top + height, wheel * 1.5, wheel);
}

/** All trucks on a trip; the followed one last, ringed. @param followed its number in the timelines; −1: none */
export function paintTrucks(pen: Pen, frame: Frame, length: number, followed: number): void {
  let ringed = -1;
  for (let row = 0; row < frame.trucks; row++) {
    if (frame.timeline[row] === followed) ringed = row;
    else truckOf(pen, frame, row, length);
  }
  if (ringed < 0) return;
  pen.strokeStyle = COLOURS.followed;
  pen.lineWidth = 2.5;
  pen.beginPath();
  pen.arc(frame.x[ringed] as number, (frame.y[ringed] as number) - length * 0.08, length * 0.82, 0, 2 * Math.PI);
  pen.stroke();
  truckOf(pen, frame, ringed, length);
}

function truckOf(pen: Pen, { x, y, facing, laden, kind }: Frame, row: number, length: number): void {
  paintTruck(
    pen,
    x[row] as number,
    y[row] as number,
    length,
    facing[row] as number,
    laden[row] === 1,
    kind[row] as number,
  );
}
