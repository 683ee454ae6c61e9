import type { Plant, Spot } from './plants.ts';

/** The invented letter around the plants, as each producer takes it. */
const WORDS = '事迹简述：该同志扎根一线二十年，带出徒弟十二人，所在班组连续五年无事故。';

export function fodt(plants: readonly Plant[]): string {
  const of = taker(plants);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>${of('properties')}</dc:title></office:meta>
<office:body><office:text>
<office:forms><form:form form:name="F"><form:text form:name="T" form:control-implementation="ooo:com.sun.star.form.component.TextField"
 xml:id="c1" form:id="c1" form:value="${of('field')}" form:current-value="${of('field')}"/></form:form></office:forms>
<text:p>${WORDS}${of('Chinese')}</text:p>
<text:p>Cited as ${of('Latin')} in the list<office:annotation><dc:creator>office</dc:creator><text:p>${of('note')}</text:p></office:annotation>.</text:p>
<text:p><text:a xlink:href="https://example.org/${of('link')}">link</text:a></text:p>
<text:p><draw:control text:anchor-type="as-char" draw:control="c1" svg:width="8cm" svg:height="0.8cm"/></text:p>
</office:text></office:body></office:document>`;
}

export function page(plants: readonly Plant[]): string {
  const of = taker(plants);
  return `<!doctype html><html lang="zh-CN"><title>${of('properties')}</title><h1>${of('Chinese')}</h1><p>${WORDS}</p>
<table border="1"><tr><td>Cited</td><td>${of('Latin')}</td></tr></table><p><a href="https://example.org/${of('link')}">link</a></p></html>`;
}

export function svg(plants: readonly Plant[]): string {
  const of = taker(plants);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><g font-family="Noto Serif CJK SC" font-size="16">
<text x="20" y="40">${WORDS.slice(0, 24)}</text><text x="20" y="80">${of('Chinese')}</text>
<text x="20" y="120" font-family="DejaVu Sans" letter-spacing="1">${of('Latin')}</text></g></svg>`;
}

export function latex(plants: readonly Plant[], attached: string): string {
  const of = taker(plants);
  return `\\documentclass{article}\\usepackage{hyperref}\\hypersetup{pdftitle={${of('properties')}}}
\\pdfobjcompresslevel=3\\pdfminorversion=7
\\begin{document}\\immediate\\pdfobj stream attr {/Type /EmbeddedFile} file {${attached}}
\\immediate\\pdfobj {<< /Type /Filespec /F (note.txt) /EF << /F \\the\\pdflastobj\\space 0 R >> >>}
\\pdfnames {/EmbeddedFiles << /Names [(note.txt) \\the\\pdflastobj\\space 0 R] >>}
\\immediate\\pdfobj {(${of('leftover')})}
An office's difficult fluffy ligatures. Cited as ${of('Latin')} in the list.
\\pdfannot width 12pt height 12pt depth 0pt {/Subtype /Text /Contents (${of('note')})}
\\href{https://example.org/${of('link')}}{link}
\\pdfannot width 80pt height 12pt depth 0pt {/Subtype /Widget /FT /Tx /T (T) /V (${of('field')}) /DA (/Helv 10 Tf)}
\\pdfcatalog{/AcroForm << /Fields [\\the\\pdflastannot\\space 0 R] >>}
\\end{document}`;
}

function taker(plants: readonly Plant[]): (spot: Spot) => string {
  return (spot) => plants.find((one) => one.spot === spot)?.text ?? '';
}
