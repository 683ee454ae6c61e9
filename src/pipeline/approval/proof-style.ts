/** A4, black on white: no fill, no colour, nothing that a copier loses. The fingerprint stands at the foot of every page. */
export function proofStyle(fingerprint: string, title: string): string {
  const string = (text: string): string => `"${text.replace(/["\\\n<>]/g, ' ')}"`;
  return `
@page {
  size: A4; margin: 18mm 18mm 20mm 22mm;
  @top-left { content: ${string(title)}; font: 8.5pt/1 ${SONG}; color: #000; }
  @top-right { content: "校样 · 供签批"; font: 8.5pt/1 ${SONG}; color: #000; }
  @bottom-left { content: "指纹 " ${string(fingerprint)}; font: 9pt/1 ${MONO}; color: #000; }
  @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font: 9pt/1 ${SONG}; color: #000; }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 10.5pt/1.55 ${SONG}; color: #000; background: #fff; text-autospace: no-autospace; }
body { max-width: 170mm; margin: 0 auto; }
@media screen { body { padding: 12mm 6mm; } }
h1 { font: 600 20pt/1.4 ${TITLE}; text-align: center; text-wrap: balance; margin: 0 0 1mm; }
h2 { font: 600 11.5pt/1.4 ${HEI}; margin: 3.5mm 0 1mm; padding-bottom: .6mm; border-bottom: .5pt solid #000; break-after: avoid; }
.by { text-align: center; }
.seal { display: flex; align-items: center; gap: 5mm; border: 1.6pt solid #000; padding: 2mm 4mm; margin-top: 3mm; }
.seal strong { font: 600 14pt/1.2 ${MONO}; white-space: nowrap; letter-spacing: .02em; }
.seal p { font-size: 8.3pt; line-height: 1.4; }
code { font: 6.6pt/1.4 ${MONO}; }
.window { font-size: 11.5pt; }
.days { display: flex; flex-wrap: wrap; margin-top: 1.5mm; border-left: .5pt solid #000; width: fit-content; }
.days li { list-style: none; width: 21mm; border: .5pt solid #000; border-left: 0; margin-bottom: -.5pt; text-align: center; padding: .8mm 0; font-size: 9pt; line-height: 1.35; }
.days b { display: block; font: 600 10.5pt/1.3 ${HEI}; }
.days .off b { font-weight: 400; }
.people { columns: 2; column-gap: 8mm; list-style: none; }
.people.few { columns: 1; }
.people li { display: grid; grid-template-columns: 7mm 1fr; break-inside: avoid; padding: .5mm 0; border-bottom: .3pt solid #777; line-height: 1.3; }
.people span { text-align: right; padding-right: 2mm; font: 9pt/1.5 ${MONO}; }
.people b { font: 600 11pt/1.3 ${HEI}; margin-right: 2.5mm; white-space: nowrap; }
.people small { display: block; font-size: 8.8pt; }
h3 { font: 600 10.5pt/1.4 ${HEI}; margin: 2.5mm 0 1mm; break-after: avoid; }
.rows { display: grid; grid-template-columns: max-content 1fr; column-gap: 4mm; row-gap: .5mm; }
.rows dt { font-family: ${HEI}; white-space: nowrap; }
.rows dd { overflow-wrap: anywhere; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; margin-top: 2mm; break-inside: avoid; }
.sign p { display: flex; align-items: flex-end; min-height: 11mm; }
.sign i { flex: 1; border-bottom: .7pt solid #000; margin-left: 2mm; font-style: normal; text-align: center; line-height: 1.3; }
.note { border-left: 2.4pt solid #000; padding: 1mm 0 1mm 3mm; margin-top: 3mm; break-inside: avoid; }
.note li { margin-left: 5mm; }
.annex { break-before: page; }
.text p { text-indent: 2em; text-align: justify; }
.person { padding: 3mm 0 2mm; border-top: .7pt solid #000; margin-top: 3mm; }
.person:first-of-type { border-top: 0; margin-top: 0; }
.pairs { display: grid; grid-template-columns: max-content 1fr max-content 1fr; column-gap: 4mm; row-gap: .5mm; margin-bottom: .5mm; }
.pairs dt { font-family: ${HEI}; white-space: nowrap; }
.person header { display: flex; align-items: baseline; gap: 3mm; break-after: avoid; }
.person header b { font: 600 13pt/1.3 ${HEI}; white-space: nowrap; }
.person header span { font: 10pt/1 ${MONO}; }
.person > img { float: right; width: 25mm; height: 35mm; object-fit: cover; margin: 0 0 2mm 4mm; border: .4pt solid #000; }
.stamps { display: flex; flex-wrap: wrap; gap: 2mm 4mm; clear: both; margin: 2mm 0; font-size: 7pt; }
.stamps figure { margin: 0; }
.stamps img { display: block; height: 22mm; max-width: 45mm; object-fit: contain; }
.person .text { font-size: 10pt; line-height: 1.5; }
.person h4 { font: 600 9.5pt/1.4 ${HEI}; margin-top: 1.5mm; break-after: avoid; }
`;
}

const SONG = `"SimSun", "Songti SC", "Noto Serif CJK SC", serif`;
const HEI = `"SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif`;
const TITLE = `"方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif CJK SC", serif`;
const MONO = `"Consolas", "Menlo", "DejaVu Sans Mono", monospace`;
