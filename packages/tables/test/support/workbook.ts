import { strToU8, zipSync } from "fflate"

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packages = "http://schemas.openxmlformats.org/package/2006/relationships"

/** What a hand-made workbook is put together from: the XML that spreadsheet programs write, and no more of it than matters. */
export interface WorkbookXml {
  /** What stands inside `<worksheet>`, sheet by sheet. */
  readonly sheets: ReadonlyArray<{ readonly name: string; readonly state?: string; readonly xml: string }>
  readonly shared?: ReadonlyArray<string>
  /** Number formats of the styles 1, 2, …; style 0 is the general one. */
  readonly formats?: ReadonlyArray<string>
  readonly is1904?: boolean
}

const stylesOf = (formats: ReadonlyArray<string>): string =>
  `<styleSheet ${main}><numFmts>${formats
    .map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${format.replaceAll('"', "&quot;")}"/>`)
    .join("")}</numFmts>` +
  `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
    .join("")}</cellXfs></styleSheet>`

/** The parts of a workbook by name, still as text. */
export const partsOf = ({
  sheets,
  shared = [],
  formats = [],
  is1904 = false
}: WorkbookXml): Record<string, string> => ({
  "_rels/.rels": `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${sheets
    .map(
      ({ name, state }, index) =>
        `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`
    )
    .join("")}</sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}">${sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="/xl/worksheets/sheet${index + 1}.xml"/>`
    )
    .join(
      ""
    )}<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdF" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/sharedStrings.xml": `<sst ${main}>${shared.join("")}</sst>`,
  "xl/styles.xml": stylesOf(formats),
  ...Object.fromEntries(
    sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet ${main}>${xml}</worksheet>`])
  )
})

export const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))

export const workbook = (content: WorkbookXml): Uint8Array => zipOf(partsOf(content))

/** A workbook of one sheet, with these rows of cells. */
export const sheetOf = (xml: string, rest: Omit<WorkbookXml, "sheets"> = {}): Uint8Array =>
  workbook({ sheets: [{ name: "Sheet1", xml: `<sheetData>${xml}</sheetData>` }], ...rest })

/** A row of texts, as cells that hold their text themselves. */
export const textRow = (row: number, texts: ReadonlyArray<string>): string =>
  `<row r="${row}">${texts
    .map((text, index) =>
      text === ""
        ? ""
        : `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
    )
    .join("")}</row>`
