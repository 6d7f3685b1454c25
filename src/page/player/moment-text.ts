import { LINES, PLACE_NUMBERS, type TruckPlace } from '../../port/index.ts';
import type { Frame } from './frame.ts';
import type { Surroundings } from './surroundings.ts';
import type { PlayerWords } from './words.ts';

/** Light, tide and weather in words. */
export function aroundText(around: Surroundings, { clock }: PlayerWords): string {
  const { wind, fog, rain, ice, storm, stopped, tideM, night } = around;
  const { weather } = clock;
  const found = [
    wind === 7 ? weather.wind7 : wind === 6 ? weather.wind6 : '',
    fog ? weather.fog : '',
    rain ? weather.rain : '',
    ice ? weather.ice : '',
    storm ? weather.any : '',
  ].filter((one) => one !== '');
  if (found.length === 0) found.push(clock.calm);
  if (stopped) found.push(clock.stopped);
  const told = [night > 0.5 ? clock.night : '', clock.tide(tideM.toFixed(1)), ...found];
  return told.filter((one) => one !== '').join(' · ');
}

const ROADS: readonly TruckPlace[] = ['roadLoaded', 'roadEmpty', 'roadOut', 'roadBack'];

/** A picture in words, for who does not see it. */
export function toldText(frame: Frame, side: string, { drawing }: PlayerWords): string {
  const count = (places: readonly TruckPlace[]) =>
    places.reduce((sum, place) => sum + (frame.at[PLACE_NUMBERS[place]] ?? 0), 0);
  const tonnes = (kg: number) => String(Math.round(kg / 1000));
  let cargoKg = 0;
  for (const ship of frame.ships.slice(0, frame.shipCount)) cargoKg += ship.cargoKg;
  return drawing.told({
    side,
    road: count(ROADS),
    lines: count(LINES),
    yard: tonnes(frame.yardKg),
    aboard: tonnes(frame.aboardKg),
    cargo: tonnes(cargoKg),
  });
}
