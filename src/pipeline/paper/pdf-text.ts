/** A run of text as a PDF has it: where its baseline begins, in points from the lower left corner. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of the type. */
  size: number;
  /** Turned on its side. */
  turned: boolean;
}

export interface PdfPage {
  width: number;
  height: number;
  runs: PdfRun[];
}

/** What a PDF says, page by page, in the order in which it says it. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: true });
    const runs = items.flatMap((item): PdfRun[] => {
      if (!('str' in item) || item.str === '') return [];
      const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
      return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b), turned: Math.abs(b) > Math.abs(a) }];
    });
    pages.push({ width, height, runs });
  }
  await document.destroy();
  return pages;
}

/** All of it as one text; page numbers stand between paragraphs and are left out. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pages = await pdfPages(bytes);
  return pages
    .map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .replace(/—\s*\d+\s*—/g, ''),
    )
    .join('\n');
}
