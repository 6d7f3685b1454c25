import { whole } from '../../report/browser.ts';
import { COLOURS } from './colours.ts';

export type Pen = CanvasRenderingContext2D;

const FONT = "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

/** Sets the size of what is written next. */
export function letters(pen: Pen, pixels: number, bold = false): void {
  pen.font = `${bold ? '600 ' : ''}${pixels}px ${FONT}`;
}

export function box(pen: Pen, x: number, y: number, w: number, h: number, fill: string, outline?: string): void {
  pen.fillStyle = fill;
  pen.fillRect(x, y, w, h);
  if (outline === undefined) return;
  pen.strokeStyle = outline;
  pen.lineWidth = 1;
  pen.strokeRect(x, y, w, h);
}

export interface Label {
  readonly align?: CanvasTextAlign;
  readonly colour?: string;
  /** A light edge, so that it can be read over anything. */
  readonly halo?: boolean;
  /** Squeezed to this width, if it is wider. */
  readonly within?: number;
}

export function label(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  { align = 'left', colour = COLOURS.ink, halo = false, within }: Label = {},
): void {
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  if (halo) {
    pen.strokeStyle = 'rgba(255, 255, 255, 0.85)';
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    pen.strokeText(text, x, y, within);
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, y, within);
}

/** Kilograms as whole tonnes are written. */
export function tonnes(kg: number): string {
  return whole(kg / 1000);
}

/** A heap of slag whose area goes by its tonnes. */
export function heap(pen: Pen, x: number, base: number, w: number, h: number): void {
  pen.beginPath();
  pen.moveTo(x - w / 2, base);
  pen.quadraticCurveTo(x - w * 0.2, base - h * 0.75, x - w * 0.06, base - h);
  pen.lineTo(x + w * 0.06, base - h);
  pen.quadraticCurveTo(x + w * 0.2, base - h * 0.75, x + w / 2, base);
  pen.closePath();
  pen.fillStyle = COLOURS.slag;
  pen.fill();
}
