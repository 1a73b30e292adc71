import { columnLetters } from "./cells.ts"

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packages = "http://schemas.openxmlformats.org/package/2006"
const media = "application/vnd.openxmlformats-officedocument.spreadsheetml"

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

const code = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`

/** Writes a text so that XML and the file format's own `_x000D_` spelling give it back exactly. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, code)
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)

const numbers = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index + 1)

export const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="${packages}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>` +
  numbers(sheets)
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${media}.worksheet+xml"/>`)
    .join("") +
  "</Types>"

export const packageRelations = `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbookXml = (names: ReadonlyArray<string>): string => {
  const sheets = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  )
  return `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets.join("")}</sheets></workbook>`
}

export const workbookRelations = (sheets: number): string =>
  `${head}<Relationships xmlns="${packages}/relationships">` +
  numbers(sheets)
    .map((n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join("") +
  `<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`

/** Two cell styles: 0 is the general one, 1 is text (number format 49, which is `@`). */
export const stylesXml =
  `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

interface Written {
  readonly text: string
  readonly isNumber: boolean
}

const cellXml = ({ text, isNumber }: Written, reference: string): string => {
  if (isNumber) return `<c r="${reference}"><v>${text}</v></c>`
  return text === ""
    ? ""
    : `<c r="${reference}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

export const sheetXml = (rows: ReadonlyArray<ReadonlyArray<Written>>, textColumns: ReadonlyArray<number>): string => {
  const columns = [...new Set(textColumns)].toSorted((a, b) => a - b)
  const cols = columns
    .map((at) => `<col min="${at + 1}" max="${at + 1}" width="18" style="1" customWidth="1"/>`)
    .join("")
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnLetters(column)}${index + 1}`)).join("")
    return cells === "" ? "" : `<row r="${index + 1}">${cells}</row>`
  })
  return (
    `${head}<worksheet xmlns="${main}">${cols === "" ? "" : `<cols>${cols}</cols>`}` +
    `<sheetData>${lines.join("")}</sheetData></worksheet>`
  )
}
