import { clockInstant } from '../../../scenario/index.ts';
import { BAND, FLOWS, type FlowId } from '../../../study/index.ts';
import { percent, whole } from '../../figures.ts';
import { bandsOption } from '../charts/bands.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, figureCell, modeGroups, modeKey, type Page, type Section } from '../page.ts';
import type { ReportJson } from '../report-json.ts';

/** Size of a chart, pixels. */
const [WIDTH, HEIGHT] = [370, 170];
/** Rows of the table beside a chart, at most. */
const ROWS = 40;

/** Queues and stocks over time, staged beside direct, with the band of most replications. */
export function flowsSection(page: Page<ReportJson>): Section {
  const { json, words } = page;
  const { replications, flows } = json.recorded;
  return {
    id: 'flows',
    heading: words.headings.flows,
    body: html`<p class="note">${words.flowsNote(whole(replications), percent(BAND[1] - BAND[0]), whole(flows.stepHours))}</p>${modeKey(page)}
<div class="halves">${FLOWS.map((id) => flowChart(page, id))}</div>`,
  };
}

function flowChart(page: Page<ReportJson>, id: FlowId): Markup {
  const { json, messages, words, language } = page;
  const { stepHours, staged, direct } = json.recorded.flows;
  const [one, other] = [staged[id], direct[id]];
  if (one === null && other === null) return html``;
  const steps = stepsShown(page);
  const title = words.flows[id];
  const decimals = id.endsWith('Stock') ? 0 : 2;
  const scale = { from: 0, factor: 1, decimals, unit: '' };
  const peak = (mean: readonly number[] | undefined) => Math.max(0, ...(mean?.slice(0, steps) ?? [])).toFixed(decimals);
  const every = Math.ceil(steps / ROWS);
  const rows = Array.from({ length: Math.ceil(steps / every) }, (_, i) => i * every).map((step) => ({
    cells: [
      clockInstant(page.scenario, step * stepHours),
      ...(['staged', 'direct'] as const).flatMap((mode) =>
        (['low', 'mean', 'high'] as const).map((part) =>
          figureCell(page, `/recorded/flows/${mode}/${id}/${part}/${step}`, scale),
        ),
      ),
    ],
  }));
  const { modes } = messages;
  return chartIn(page, {
    title,
    alternative: `${title}: ${words.flowsAlternative(modes.staged, peak(one?.mean), modes.direct, peak(other?.mean))}`,
    svg: page.draw(
      `flow-${id}-${language}`,
      bandsOption({ stepHours, steps, staged: one, direct: other, marks: marks(page, steps) }),
      WIDTH,
      HEIGHT,
    ),
    table: {
      label: title,
      head: [words.from, ...Array.from({ length: 2 }, () => words.bandColumns).flat()],
      rows,
      groups: modeGroups(messages, 1, 3),
    },
    half: true,
  });
}

/** Steps up to the last sailing in the picture: after it nothing happens but production. */
function stepsShown({ json }: Page<ReportJson>): number {
  const { view, flows } = json.recorded;
  const last = Math.max(...[...view.staged.stays, ...view.direct.stays].map(({ sailed }) => sailed));
  const all = Math.max(...FLOWS.map((id) => flows.staged[id]?.mean.length ?? flows.direct[id]?.mean.length ?? 0));
  return Math.min(all, Math.ceil(last / flows.stepHours) + 1);
}

/** The first of each month or, in a short season, every few days. */
function marks({ json, scenario, words }: Page<ReportJson>, steps: number): { hour: number; word: string }[] {
  const days = Math.floor((steps * json.recorded.flows.stepHours) / 24);
  const dates = Array.from({ length: days + 1 }, (_, day) => ({
    hour: day * 24,
    date: clockInstant(scenario, day * 24).slice(0, 10),
  }));
  const isShort = days < 62;
  const every = Math.ceil(days / 6);
  return dates
    .filter(({ date }, day) => (isShort ? day % every === 0 : date.endsWith('-01')))
    .map(({ hour, date }) => ({ hour, word: isShort ? date.slice(5) : words.monthShort(Number(date.slice(5, 7))) }));
}
