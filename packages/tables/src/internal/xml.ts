import { SaxesParser } from "saxes"
import { tooLarge } from "./cells.ts"
import { refuse } from "./Refused.ts"
import { type Archive, type Part, unpack } from "./zip.ts"

/** What is told of an XML part; names come without their namespace prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1)

/** A cell is written with at most four elements, its share of the row included; lists of empty elements are refused beyond that. */
const elementsPerCell = 4

/** Workbooks nest a dozen elements at most; what nests deeper would fill the memory with open elements. */
const deepest = 64

/** Reads an XML part as it is unpacked. A document type, the door to entity bombs, is refused. */
export const readXml = (archive: Archive, part: Part, handler: XmlHandler): void => {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on("doctype", () => refuse({ _tag: "Damaged" }))
  let [elements, depth] = [0, 0]
  parser.on("opentag", (tag) => {
    elements += 1
    depth += 1
    if (depth > deepest) refuse({ _tag: "Damaged" })
    if (elements > elementsPerCell * archive.limits.cells) refuse(tooLarge("cells", archive.limits))
    handler.open(localName(tag.name), tag.attributes)
  })
  parser.on("closetag", (tag) => {
    depth -= 1
    handler.close?.(localName(tag.name))
  })
  parser.on("text", (text) => handler.text?.(text))
  parser.on("cdata", (text) => handler.text?.(text))
  const decoder = new TextDecoder("utf-8", { fatal: true })
  unpack(archive, part, (piece) => parser.write(decoder.decode(piece, { stream: true })))
  parser.write(decoder.decode()).close()
}

/** Turns the `_x000D_` of the file format back into the character that it stands for. */
export const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed()
