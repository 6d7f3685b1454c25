/** A ship of 3,000 t with her laycan given. */
export function oneShipText(): string {
  return `schema: zhizhuang/scenario@1
name: one
title: { zh: 单船, en: One ship }
question: { zh: 怎样装, en: How to load her? }
period: { start: 2024-03-01, end: 2024-03-31 }
cargoes:
  - { tonnes: 3000 t, laycan: 2024-03-15T08:00 }
`;
}
