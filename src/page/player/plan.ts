import type { Setting } from '../../port/index.ts';

/** A point of a panel, CSS pixels from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A road as straight pieces, with the length up to each corner. */
export interface Way {
  readonly points: readonly Point[];
  readonly lengths: readonly number[];
}

/** A rectangle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/**
 * Where everything is drawn in one panel. The road from works to gate and the way from the yard to the ship are to one
 * scale; buildings, trucks and ships are signs.
 */
export interface Plan {
  readonly width: number;
  readonly height: number;
  /** Length of a truck. */
  readonly truck: number;
  /** How far the lanes of either direction lie from the middle of the road. */
  readonly lane: number;
  readonly pixelsPerKm: number;
  /** The way from the yard to the ship could not be drawn to scale. */
  readonly haulCut: boolean;
  readonly warehouse: Box;
  readonly loaders: Point;
  readonly weighbridge: Point;
  readonly parking: Box;
  /** From the works' gate to the port gate. */
  readonly road: Way;
  readonly gate: Point;
  readonly inspection: Box;
  /** From the port gate along the yard to the ship. */
  readonly portRoad: Way;
  readonly yard: Box;
  /** From the stack to the ship: the last part of the port road. */
  readonly haul: Way;
  /** Height of the quay's edge, and of the water at mean tide. */
  readonly quay: number;
  readonly water: number;
  readonly berths: readonly Box[];
  readonly anchorage: Box;
}

/** The plan of a panel of so many pixels. */
export function planOf(setting: Setting, width: number, height: number): Plan {
  const [w, h] = [width, height];
  const truck = Math.max(9, Math.min(16, w / 40));
  const [worksY, portY, quay, water] = [h * 0.27, h * 0.61, h * 0.785, h * 0.885];
  const [worksX, eastX, gateX] = [w * 0.3, w * 0.955, w * 0.83];
  const road = wayOf([
    { x: worksX, y: worksY },
    { x: eastX, y: worksY },
    { x: eastX, y: portY },
    { x: gateX + truck, y: portY },
  ]);
  const pixelsPerKm = lengthOf(road) / setting.roadKm;
  const apronX = w * 0.07;
  const drop = quay - truck * 0.5 - portY;
  const wanted = setting.shuttleKm * pixelsPerKm - drop;
  const run = Math.max(w * 0.05, Math.min(w * 0.4, wanted));
  const faceX = apronX + run;
  const corner = { x: apronX, y: portY };
  const apron = { x: apronX, y: quay - truck * 0.5 };
  const yardX = faceX + truck;
  const berthCount = Math.min(3, Math.max(1, setting.berths));
  const quayWidth = w * 0.74;
  return {
    width: w,
    height: h,
    truck,
    lane: truck * 0.36,
    pixelsPerKm,
    haulCut: Math.abs(run - wanted) > 2,
    warehouse: { x: w * 0.02, y: h * 0.09, w: w * 0.15, h: h * 0.15 },
    loaders: { x: w * 0.215, y: worksY },
    weighbridge: { x: w * 0.27, y: worksY },
    parking: { x: w * 0.02, y: worksY + h * 0.05, w: w * 0.25, h: h * 0.095 },
    road,
    gate: { x: gateX, y: portY },
    inspection: { x: w * 0.76, y: portY + h * 0.05, w: w * 0.165, h: h * 0.07 },
    portRoad: wayOf([{ x: gateX, y: portY }, corner, apron]),
    yard: { x: yardX, y: portY - h * 0.175, w: gateX - truck * 2 - yardX, h: h * 0.145 },
    haul: wayOf([{ x: faceX, y: portY }, corner, apron]),
    quay,
    water,
    berths: Array.from({ length: berthCount }, (_, berth) => ({
      x: w * 0.04 + (quayWidth / berthCount) * berth,
      y: quay,
      w: quayWidth / berthCount - w * 0.02,
      h: h - quay,
    })),
    anchorage: { x: w * 0.79, y: water, w: w * 0.2, h: h - water },
  };
}

export function wayOf(points: readonly Point[]): Way {
  let length = 0;
  const lengths = points.map((point, i) => {
    const before = points[i - 1] ?? point;
    length += Math.hypot(point.x - before.x, point.y - before.y);
    return length;
  });
  return { points, lengths };
}

export function lengthOf({ lengths }: Way): number {
  return lengths.at(-1) ?? 0;
}

/** Where one is on a way, and where to: written anew, so that asking costs no memory. */
export interface OnWay {
  x: number;
  y: number;
  /** Direction of the way there, a unit vector. */
  dx: number;
  dy: number;
}

/** The point so many pixels along a way; before its beginning and beyond its end, straight on. */
export function alongWay({ points, lengths }: Way, length: number, at: OnWay): void {
  let i = 1;
  while (i < points.length - 1 && (lengths[i] as number) < length) i++;
  const [from, to] = [points[i - 1] as Point, points[i] as Point];
  const piece = (lengths[i] as number) - (lengths[i - 1] as number);
  const share = piece > 0 ? (length - (lengths[i - 1] as number)) / piece : 0;
  at.x = from.x + (to.x - from.x) * share;
  at.y = from.y + (to.y - from.y) * share;
  at.dx = piece > 0 ? (to.x - from.x) / piece : 1;
  at.dy = piece > 0 ? (to.y - from.y) / piece : 0;
}
