import { clockInstant } from '../../../scenario/index.ts';
import { scaleFor, whole } from '../../figures.ts';
import { berthPlanHeight, berthPlanOption, type Stretch } from '../charts/berth-plan.ts';
import { BROAD, NARROW } from '../draw.ts';
import { html, type Markup } from '../markup.ts';
import { drawnOnce, figureCell, modeGroups, type Page, type Section, tableIn } from '../page.ts';
import type { ReportJson } from '../report-json.ts';

/** Pixels kept for the names of the modes. */
const LEFT = 72;
/** Longest stretch that is shown in one picture, days; what is longer is shown month by month. */
const ONE_PICTURE = 24;
/** The same on a phone, where a longer one is split. */
const NARROW_DAYS = 16;

/** Ships at the berths, month by month or in one picture, with weather and tide. */
export function berthsSection(page: Page<ReportJson>): Section {
  const { json, words, messages } = page;
  const { view } = json.recorded;
  const { berthKey, headings } = words;
  return {
    id: 'berths',
    heading: headings.berths,
    body: html`<p class="note">${words.berthsNote(whole(view.replication))}</p>
<p class="key"><span><i class="staged"></i>${messages.modes.staged}</span><span><i class="direct"></i>${messages.modes.direct}</span><span><i class="line"></i>${berthKey.waiting}</span><span><i class="tint"></i>${berthKey.berth}</span>${
      view.staged.others.length === 0 ? null : html`<span><i class="other"></i>${berthKey.other}</span>`
    }<span><i class="stops"></i>${berthKey.stops}</span><span><i class="tide"></i>${berthKey.tide}</span></p>
${stretches(page).map((stretch, i) => picture(page, stretch, i))}
<h3>${words.callsTable}</h3>${callsTable(page)}`,
  };
}

interface Titled extends Stretch {
  readonly title: string;
}

/** From the day on which the first ship comes to that on which the last one sails. */
function stretches({ json, scenario, words }: Page<ReportJson>): Titled[] {
  const { view } = json.recorded;
  const stays = [...view.staged.stays, ...view.direct.stays];
  const first = Math.floor(Math.min(...stays.map(({ arrived }) => arrived)) / 24);
  const last = Math.ceil(Math.max(...stays.map(({ sailed }) => sailed)) / 24);
  const dateOf = (day: number) => clockInstant(scenario, day * 24).slice(0, 10);
  if (last - first <= ONE_PICTURE) {
    const dayLabel = (hour: number) => dateOf(Math.round(hour / 24)).slice(5);
    return [{ from: first * 24, to: last * 24, title: words.days(dateOf(first), dateOf(last - 1)), dayLabel }];
  }
  const months = new Map<string, { from: number; to: number }>();
  for (let day = first; day < last; day++) {
    const month = dateOf(day).slice(0, 7);
    const from = months.get(month)?.from ?? day - Number(dateOf(day).slice(8)) + 1;
    months.set(month, { from, to: day + 1 });
  }
  return [...months].map(([month, { from }]) => {
    let to = from + 28;
    while (dateOf(to).slice(0, 7) === month) to++;
    const [year = '', number = ''] = month.split('-');
    const dayLabel = (hour: number) => String(Number(dateOf(Math.round(hour / 24)).slice(8)));
    return { from: from * 24, to: to * 24, title: words.month(year, number), dayLabel };
  });
}

function picture(page: Page<ReportJson>, stretch: Titled, at: number): Markup {
  const { json, words, messages, language } = page;
  const { view } = json.recorded;
  const { modes } = messages;
  const there = view.direct.stays.filter(({ arrived, sailed }) => sailed > stretch.from && arrived < stretch.to);
  const calls = there.map(({ call }) => call).join(language === 'zh' ? '、' : ', ');
  const drawn = (name: string, part: Stretch, width: number) => {
    const option = ([staged = '', direct = '']: readonly string[]) =>
      berthPlanOption(view, part, { staged, direct }, LEFT, width);
    const size = [width, berthPlanHeight(view.berths)] as const;
    return drawnOnce(page, [modes.staged, modes.direct], `berths${at}${name}`, option, size);
  };
  return html`<figure class="berths"><figcaption>${stretch.title}</figcaption>
<div class="chart" role="img" aria-label="${words.berthAlternative(stretch.title, calls)}"><div class="broad">${drawn('', stretch, BROAD)}</div><div class="narrow">${partsOf(stretch).map((part, i) => drawn(`-${i}`, part, NARROW))}</div></div></figure>
`;
}

/** A stretch in parts that can be read on a phone, none a day longer than another. */
function partsOf(stretch: Stretch): Stretch[] {
  const days = (stretch.to - stretch.from) / 24;
  const parts = Math.ceil(days / NARROW_DAYS);
  const begin = (part: number) => stretch.from + 24 * Math.ceil((part * days) / parts);
  return Array.from({ length: parts }, (_, part) => ({ ...stretch, from: begin(part), to: begin(part + 1) }));
}

/** Every call in both modes. */
function callsTable(page: Page<ReportJson>): Markup {
  const { json, words, messages, scenario } = page;
  const { view } = json.recorded;
  const [call, cargo, arrived, alongside, sailed, inPort] = words.shipColumns;
  const scale = scaleFor(messages, 'h', [10]);
  const tonnes = { from: 0, factor: 1, decimals: 0, unit: '' };
  const instant = (hour: number) => clockInstant(scenario, hour).slice(5);
  const side = (mode: 'staged' | 'direct', i: number) => {
    const stay = view[mode].stays[i]!;
    return [
      instant(stay.alongside),
      instant(stay.sailed),
      figureCell(page, `/recorded/view/${mode}/stays/${i}/portHours`, scale),
    ];
  };
  return tableIn(page, {
    label: words.callsTable,
    head: [call, cargo, arrived, alongside, sailed, inPort, alongside, sailed, inPort],
    rows: view.staged.stays.map((stay, i) => ({
      cells: [
        String(stay.call),
        figureCell(page, `/recorded/view/staged/stays/${i}/cargoTonnes`, tonnes),
        instant(stay.arrived),
        ...side('staged', i),
        ...side('direct', i),
      ],
    })),
    groups: modeGroups(messages, 3, 3),
  });
}
