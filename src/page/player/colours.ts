/**
 * Colours of the drawing. What they tell is told by shape, letter or label as well: the pairs stay apart for who sees
 * red and green alike (blue against orange, dark against light).
 */
export const COLOURS = {
  ink: '#1c2733',
  soft: '#4d5965',
  paper: '#ffffff',
  land: '#edefe8',
  works: '#e3e6e0',
  port: '#e6e2d8',
  road: '#c3c7c8',
  roadLine: '#f4f5f3',
  quay: '#a9a497',
  water: '#bcd7e2',
  waterDeep: 'rgba(96, 152, 177, 0.52)',
  slag: '#5b666e',
  slagLight: '#7d8890',
  building: '#cfd6d9',
  outline: '#7b8791',
  worksTruck: '#0b5f79',
  hiredTruck: '#6d4c9f',
  shuttle: '#b45f00',
  load: '#30393f',
  hull: '#33485a',
  hullLow: '#8c3a2d',
  deck: '#f2f3f1',
  crane: '#65727d',
  stopped: '#9b2c1f',
  waits: '#7a5a00',
  followed: '#d4006a',
  night: '14, 34, 92',
} as const;
