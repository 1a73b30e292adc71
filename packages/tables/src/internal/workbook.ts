import { builtInFormat } from "./numbers.ts"
import { refuse } from "./Refused.ts"
import { readXml, unescaped, type XmlHandler } from "./xml.ts"
import type { Archive, Part } from "./zip.ts"

/** One sheet that a workbook lists. */
export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly path: string
}

/** What a workbook says before its sheets are read. */
export interface Workbook {
  readonly sheets: ReadonlyArray<SheetEntry>
  readonly is1904: boolean
  readonly sharedTexts: ReadonlyArray<string>
  /** The number format of each cell style. */
  readonly formats: ReadonlyArray<string>
}

interface Relation {
  readonly type: string
  readonly path: string
}

const partOf = (archive: Archive, path: string): Part => archive.parts.get(path) ?? refuse({ _tag: "Damaged" })

const resolve = (folder: string, target: string): string => {
  const steps = target.startsWith("/") ? [] : folder.split("/")
  for (const step of target.split("/")) {
    if (step === "..") steps.pop()
    else if (step !== "" && step !== ".") steps.push(step)
  }
  return steps.filter((step) => step !== "").join("/")
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")))

const relationsOf = (archive: Archive, path: string): ReadonlyMap<string, Relation> => {
  const folder = folderOf(path)
  const relations = new Map<string, Relation>()
  const name = path.slice(path.lastIndexOf("/") + 1)
  const part = partOf(archive, resolve(folder, `_rels/${name}.rels`))
  readXml(archive, part, {
    open: (tag, { Id, Type, Target, TargetMode }) => {
      if (tag !== "Relationship" || Id === undefined || Target === undefined || TargetMode === "External") return
      relations.set(Id, { type: (Type ?? "").slice((Type ?? "").lastIndexOf("/") + 1), path: resolve(folder, Target) })
    }
  })
  return relations
}

/** Collects the text of shared and inline strings: runs are joined, readings (注音) are left out. */
export const textCollector = (done: (text: string) => void): Required<XmlHandler> => {
  let text = ""
  let [inText, inReading] = [false, false]
  return {
    open: (name) => {
      if (name === "si" || name === "is") text = ""
      else if (name === "rPh") inReading = true
      else if (name === "t") inText = !inReading
    },
    close: (name) => {
      if (name === "t") inText = false
      else if (name === "rPh") inReading = false
      else if (name === "si" || name === "is") done(unescaped(text))
    },
    text: (piece) => {
      if (inText) text += piece
    }
  }
}

const sharedTextsOf = (archive: Archive, path: string | undefined): ReadonlyArray<string> => {
  const texts: Array<string> = []
  if (path !== undefined)
    readXml(
      archive,
      partOf(archive, path),
      textCollector((text) => texts.push(text))
    )
  return texts
}

const formatsOf = (archive: Archive, path: string | undefined): ReadonlyArray<string> => {
  const [own, formats] = [new Map<number, string>(), [] as string[]]
  if (path === undefined) return formats
  let inCells = false
  readXml(archive, partOf(archive, path), {
    open: (name, { numFmtId, formatCode }) => {
      const id = Number(numFmtId ?? 0)
      if (name === "cellXfs") inCells = true
      else if (name === "numFmt" && formatCode !== undefined) own.set(id, formatCode)
      else if (name === "xf" && inCells) formats.push(own.get(id) ?? builtInFormat(id))
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false
    }
  })
  return formats
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true"

/** Reads everything of a workbook but its sheets. */
export const readWorkbook = (archive: Archive): Workbook => {
  const document = [...relationsOf(archive, "").values()].find((relation) => relation.type === "officeDocument")
  const path = document?.path ?? refuse({ _tag: "Damaged" })
  const relations = relationsOf(archive, path)
  const sheets: Array<SheetEntry> = []
  let is1904 = false
  readXml(archive, partOf(archive, path), {
    open: (tag, attributes) => {
      if (tag === "workbookPr") is1904 = isTrue(attributes["date1904"])
      if (tag !== "sheet") return
      const id = Object.keys(attributes).find((key) => key.endsWith(":id"))
      const relation = relations.get(attributes[id ?? ""] ?? "")
      const { name = "", state = "visible" } = attributes
      if (relation?.type === "worksheet") sheets.push({ name, hidden: state !== "visible", path: relation.path })
    }
  })
  const pathOf = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type)?.path
  return {
    sheets,
    is1904,
    sharedTexts: sharedTextsOf(archive, pathOf("sharedStrings")),
    formats: formatsOf(archive, pathOf("styles"))
  }
}
