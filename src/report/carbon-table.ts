import { FUEL_UNITS } from '../settlement/index.ts';
import type { CarbonEntry } from '../study/index.ts';
import { figure, scaleFor } from './figures.ts';
import { table } from './layout.ts';
import type { Messages } from './messages.ts';

/** Fuel and carbon machine by machine per tonne aboard; what burns nothing is left out. */
export function carbonTable(entries: readonly CarbonEntry[], messages: Messages): string[] {
  const { columns, emitters, fuels, fuelUnits, total } = messages.carbon;
  const burning = entries.filter(({ quantityPerTonne }) => quantityPerTonne > 0);
  const rows = burning.map(({ emitter, fuel, quantityPerTonne, tankToWheel, wellToWheel }) => {
    const unit = fuelUnits[FUEL_UNITS[fuel]];
    return [
      `  ${emitters[emitter]}`,
      fuels[fuel],
      amount(quantityPerTonne),
      unit,
      ...both(tankToWheel, wellToWheel, messages),
    ];
  });
  const sum = (of: 'tankToWheel' | 'wellToWheel') => burning.reduce((total, entry) => total + entry[of], 0);
  const last = [`  = ${total}`, '', '', '', ...both(sum('tankToWheel'), sum('wellToWheel'), messages)];
  return table([['', '', ...columns], ...rows, last], ['left', 'left', 'right', 'left']);
}

function both(tankToWheel: number, wellToWheel: number, messages: Messages): string[] {
  const scale = scaleFor(messages, 'kg CO2e/t', [tankToWheel, wellToWheel]);
  return [figure(tankToWheel, scale), figure(wellToWheel, scale)];
}

/** Of what a tonne takes, four decimals: a litre or a kWh, or grams of a tonne of fuel. */
function amount(quantity: number): string {
  return figure(quantity, { from: 0, factor: 1, decimals: quantity < 0.01 ? 6 : 4, unit: '' });
}
