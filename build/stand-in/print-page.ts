// webContents.printToPDF over Chromium's own printing command, which Electron uses too.
import type { PrintToPDFOptions } from 'electron';
import type { Page } from 'playwright-core';

const paperInches: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
};

/** The page as a PDF file. Margins and sizes are inches, as in Electron. */
export async function printPage(page: Page, options: PrintToPDFOptions): Promise<Uint8Array> {
  const session = await page.context().newCDPSession(page);
  const { pageSize = 'Letter', margins = {}, ...rest } = options;
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string'
      ? (paperInches[pageSize] ?? paperInches['Letter']!)
      : [pageSize.width, pageSize.height];
  try {
    const { data } = await session.send('Page.printToPDF', {
      displayHeaderFooter: rest.displayHeaderFooter ?? false,
      footerTemplate: rest.footerTemplate ?? '',
      generateDocumentOutline: rest.generateDocumentOutline ?? false,
      generateTaggedPDF: rest.generateTaggedPDF ?? false,
      headerTemplate: rest.headerTemplate ?? '',
      landscape: rest.landscape ?? false,
      pageRanges: rest.pageRanges ?? '',
      preferCSSPageSize: rest.preferCSSPageSize ?? false,
      printBackground: rest.printBackground ?? false,
      scale: rest.scale ?? 1,
      paperWidth,
      paperHeight,
      ...(margins.top !== undefined && { marginTop: margins.top }),
      ...(margins.bottom !== undefined && { marginBottom: margins.bottom }),
      ...(margins.left !== undefined && { marginLeft: margins.left }),
      ...(margins.right !== undefined && { marginRight: margins.right }),
    });
    return Buffer.from(data, 'base64');
  } finally {
    await session.detach();
  }
}
