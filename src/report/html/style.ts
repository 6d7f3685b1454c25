import { COLOURS, TINTS } from './palette.ts';

/** How a report looks on a screen, on a phone and on A4. */
export const STYLE = `
:root{--staged:${COLOURS.staged};--direct:${COLOURS.direct};--ink:${COLOURS.ink};--quiet:${COLOURS.quiet};--rule:${COLOURS.rule};--soft:#f5f7f9}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.6 "Helvetica Neue",Helvetica,Arial,"Noto Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
:root[lang=zh] [data-lang=en],:root[lang=en] [data-lang=zh]{display:none}
:lang(zh){line-height:1.7}
header,main,footer{max-width:792px;margin:0 auto;padding:0 16px}
header{padding-top:56px}
.language{position:absolute;top:16px;right:max(16px,calc(50vw - 380px));margin:0}
button{font:inherit;font-size:13px;color:var(--quiet);background:#fff;border:1px solid var(--rule);border-radius:3px;padding:2px 10px;cursor:pointer}
button:hover{color:var(--ink);border-color:var(--quiet)}
:focus-visible{outline:2px solid var(--direct);outline-offset:2px}
.kind{margin:0;color:var(--quiet);font-size:14px;letter-spacing:.04em}
h1{margin:4px 0 8px;font-size:30px;line-height:1.3;font-weight:600;text-wrap:balance}
.question{margin:0 0 4px;font-size:18px;text-wrap:pretty}
.season{margin:0;color:var(--quiet);font-size:14px}
nav{margin:28px 0 0;padding:14px 0 0;border-top:1px solid var(--rule);font-size:14px}
nav ol{margin:0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:2px 20px}
a{color:var(--direct);text-underline-offset:3px;text-decoration-thickness:1px}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
section{margin:56px 0 0}
h2{margin:0 0 16px;font-size:22px;line-height:1.35;font-weight:600;scroll-margin-top:16px}
h3{margin:32px 0 8px;font-size:16px;font-weight:600}
p{margin:0 0 12px}
.answer{font-size:22px;line-height:1.5;margin:0 0 24px;text-wrap:pretty}
.note{color:var(--quiet);font-size:14px;max-width:50em;text-wrap:pretty}
.ask{margin:20px 0 4px}
.clauses{margin:0 0 12px;padding:0 0 0 1.1em}
.clauses li{margin:0 0 4px}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);margin:0 0 24px;border-top:2px solid var(--ink);border-bottom:1px solid var(--rule)}
.tiles div{padding:12px 14px 12px 0}
.tiles div+div{padding-left:14px;border-left:1px solid var(--rule)}
.tiles b{display:block;font-size:24px;line-height:1.25;font-weight:600;white-space:nowrap}
.tiles span{display:block;font-size:14px;line-height:1.4}
.tiles small{display:block;color:var(--quiet);font-size:13px}
figure{margin:24px 0 0}
figcaption{font-weight:600;font-size:15px;margin:0 0 6px}
.chart svg{display:block;width:100%;height:auto}
.half .chart svg{max-width:370px}
.narrow{display:none}
figure+.note,figure+.table{margin-top:14px}
figure .note{margin:4px 0 4px;font-size:13px}
.halves{display:grid;grid-template-columns:1fr 1fr;gap:12px 20px;align-items:start}
.halves figure{margin-top:12px;min-width:0}
.key{display:flex;flex-wrap:wrap;gap:2px 18px;margin:0;font-size:13px;color:var(--quiet)}
.key i,th i{display:inline-block;width:11px;height:11px;margin-right:6px;border-radius:1px}
i.staged{background:var(--staged)}i.direct{background:var(--direct)}i.other{background:${COLOURS.tide}}i.stops{background:${COLOURS.weather}}
.key i.line{height:3px;background:var(--quiet);vertical-align:3px}.key i.tint{background:linear-gradient(90deg,${TINTS.staged} 50%,${TINTS.direct} 50%)}.key i.tide{height:2px;background:${COLOURS.tide};vertical-align:4px}
.key i.bands{background:linear-gradient(90deg,${TINTS.staged} 50%,${TINTS.direct} 50%)}
details{font-size:14px}
summary{cursor:pointer;color:var(--quiet);font-size:13px;width:fit-content}
summary:hover{color:var(--ink)}
.sheet{margin:16px 0 0;border-top:1px solid var(--rule);padding:10px 0 0}
.sheet summary{font-size:15px;font-weight:600;color:var(--ink)}
.table{position:relative;margin:0 0 16px;padding:28px 0 0}
.copy{position:absolute;right:0;top:0;padding:0 8px;font-size:12px}
h2+.table,h3+.table{padding-top:0}
h2+.table .copy{top:-42px}h3+.table .copy{top:-32px}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.45}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:5px 0 5px 18px;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--rule);font-weight:400}
th:first-child,td:first-child{padding-left:0}
thead th,thead td{color:var(--quiet);font-size:13px;border-bottom:1px solid var(--ink);vertical-align:bottom;word-break:keep-all}
thead .n{white-space:normal}
.groups>*{border-bottom:0;padding-bottom:0}
.groups th{text-align:right}
.groups th{color:var(--ink)}
.n{text-align:right;white-space:nowrap}
tbody tr:last-child>*{border-bottom-color:var(--ink)}
tr.group th{padding-top:14px;font-weight:600}
tr.sum>*{font-weight:600;border-top:1px solid var(--ink)}
tr.sub th{padding-left:1.2em;color:var(--quiet)}
td small,th small{display:block;color:var(--quiet);font-size:12px;font-family:ui-monospace,Menlo,Consolas,monospace}
.verdict,.standing{white-space:nowrap}
.verdict.agrees::before{content:"✓ "}.verdict.fitted::before{content:"◆ "}.verdict.above::before{content:"↑ "}.verdict.below::before{content:"↓ "}
.verdict.above,.verdict.below,.standing.assumed,.standing.recalled,.standing.fitted{font-weight:600}
[id^=measures] th[scope=row]{min-width:13em}
[id^=parameters] table{table-layout:fixed}
[id^=parameters] .n{white-space:normal}
[id^=parameters] th:nth-child(1){width:30%}[id^=parameters] th:nth-child(2){width:17%}[id^=parameters] th:nth-child(3){width:15%}[id^=parameters] th:nth-child(4){width:11%}
[id^=parameters] tr.group th{width:auto}
pre{margin:0 0 12px;padding:10px 12px;background:var(--soft);border-radius:3px;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
footer{margin-top:56px;padding-bottom:48px;color:var(--quiet);font-size:13px}
@media (max-width:640px){
header{padding-top:52px}h1{font-size:25px}.answer{font-size:19px}
.tiles{grid-template-columns:1fr 1fr}.tiles div{min-width:0}.tiles b{font-size:20px;white-space:normal}.tiles div:nth-child(3){padding-left:0;border-left:0}.tiles div:nth-child(n+3){border-top:1px solid var(--rule)}
.halves{grid-template-columns:1fr}
.broad{display:none}.narrow{display:block}
.wide table{width:max-content;min-width:100%}tbody th[scope=row]{position:sticky;left:0;background:#fff;min-width:7.5em;max-width:11em}th,td{padding-left:14px}.wide td{white-space:nowrap}[id^=parameters] table{width:820px}[id^=parameters] td{white-space:normal}.sheet td{white-space:normal}
}
@page{size:A4;margin:16mm 15mm 18mm}
@media print{
body{font-size:10.5pt;line-height:1.5}
header,main,footer{max-width:none;padding:0}header{padding-top:0}
button,nav,.language,figure details,.copy{display:none!important}
h1{font-size:20pt}h2{font-size:14pt;break-after:avoid}h3{font-size:11pt;break-after:avoid}.answer{font-size:14pt}
.tiles b{font-size:15pt}.tiles span,.note,table,.clauses{font-size:9pt}.tiles small,thead th,.key{font-size:8.5pt}td small,th small{font-size:7.5pt}
section{margin-top:26pt}
figure,.tiles,tr,.clauses li,pre{break-inside:avoid}
.key{break-after:avoid}thead{display:table-header-group}
.wide{overflow:visible}
th,td{padding-top:1.6pt;padding-bottom:1.6pt}table{line-height:1.35}
h2+.note,.note+.key,.ask{break-after:avoid}.season{margin-bottom:0}section:first-child{margin-top:20pt}.answer{margin-bottom:12pt}.tiles{margin-bottom:10pt}.tiles div{padding-top:5pt;padding-bottom:5pt}.halves{gap:6pt 14pt}
[id^=parameters]{break-before:page}[id^=parameters] table{font-size:8pt}
a{color:inherit;text-decoration:none}
i,.chart svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
