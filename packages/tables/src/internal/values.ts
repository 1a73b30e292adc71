import { type CalendarDate, compareExact, type Exact, formatExact, parseDate, parseExact, times } from "@zhengyou/core"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { normalizeCell, trimCell } from "../Cell.ts"
import type { TableProblem } from "../errors.ts"
import type { Cell } from "../Table.ts"
import { nameKey, shown, shownNames } from "./names.ts"

/** What a cell was read as; an absent value is `Option.none()`. */
export type Reading<A> = Result.Result<Option.Option<A>, TableProblem>

const decimal = /^[+-]?\d+(?:\.\d+)?$/

const reading = <A>(cell: Cell, read: (text: string) => Result.Result<A, TableProblem>): Reading<A> =>
  Option.match(normalizeCell(cell.text), {
    onNone: () => Result.succeed(Option.none()),
    onSome: (text) => Result.map(read(text), Option.some)
  })

/** A score: a plain decimal from 0 to the criterion's maximum. */
export const readScore = (cell: Cell, maximum: Exact | undefined): Reading<Exact> =>
  reading(cell, (text) => {
    const percent = cell.format?.includes("%") === true
    const detail = {
      found: shown(percent ? `${text} (${cell.format})` : cell.text),
      ...(maximum && { maximum: formatExact(maximum) })
    }
    const value = decimal.test(text) && !percent && cell.kind !== "date" ? parseExact(text) : undefined
    if (value === undefined || Result.isFailure(value)) {
      return Result.fail({ _tag: /\d/.test(text) ? "NotABareScore" : "NotAScore", ...detail })
    }
    const outside = value.success.n < 0n || (maximum !== undefined && compareExact(value.success, maximum) > 0)
    return outside ? Result.fail({ _tag: "OutOfRange", ...detail }) : Result.succeed(value.success)
  })

/** A label: one of those allowed, however wide its letters are written. */
export const readLabel = (cell: Cell, labels: ReadonlyArray<string>): Reading<string> => {
  const text = trimCell(cell.text)
  // A label may be a word that says elsewhere that there is nothing, such as 无.
  const written = labels.find((label) => label === text) ?? labels.find((label) => nameKey(label) === nameKey(text))
  if (written !== undefined && cell.kind !== "date") return Result.succeed(Option.some(written))
  return reading(cell, () =>
    Result.fail({
      _tag: "NotALabel",
      found: shown(cell.text),
      allowed: labels.slice(0, shownNames).map(shown),
      count: labels.length
    })
  )
}

const percentage = /^([+-]?\d+(?:\.\d+)?)\s*%$/
const ratio = /^[+-]?\d+\/\d+$/
const hundredth: Exact = { n: 1n, d: 100n }

/** A number: a decimal, a fraction such as 46/50, or a percentage. */
export const readNumber = (cell: Cell): Reading<Exact> =>
  reading(cell, (text) => {
    const refusal: TableProblem = { _tag: "NotANumber", found: shown(cell.text) }
    const share = percentage.exec(text)?.[1]
    if (cell.kind === "date" || (share === undefined && !decimal.test(text) && !ratio.test(text)))
      return Result.fail(refusal)
    return parseExact(share ?? text).pipe(
      Result.map((value) => (share === undefined ? value : times(value, hundredth))),
      Result.mapError(() => refusal)
    )
  })

const yes = new Set(["是", "○", "〇", "◯", "√", "✓", "✔", "☑", "true", "yes", "y", "1"])
const no = new Set(["否", "×", "✕", "✗", "✘", "false", "no", "n", "0"])

/** A flag: 是 or 否, a mark, yes or no, 1 or 0. */
export const readFlag = (cell: Cell): Reading<boolean> =>
  reading(cell, (text) => {
    const word = text.toLowerCase().replace("\uFE0F", "")
    return yes.has(word) || no.has(word)
      ? Result.succeed(yes.has(word))
      : Result.fail({ _tag: "NotAFlag", found: shown(cell.text) })
  })

const day =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)$/

/** A day: 2012-03-07, 2012.3.7, 2012/3/7, 2012年3月7日, or a cell that a spreadsheet program holds as a day. */
export const readDay = (cell: Cell): Reading<CalendarDate> =>
  reading(cell, (text) => {
    const [, year = "", ...parts] = day.exec(text) ?? []
    const [month = "", date = ""] = parts.filter((part) => part !== undefined)
    return parseDate(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`).pipe(
      Result.mapError((): TableProblem => ({ _tag: "NotADay", found: shown(cell.text) }))
    )
  })

// Eight digits with a power of ten are what a spreadsheet program makes of a long number.
const exponent = /^\d(?:\.\d+)?E[+-]?\d+$/i

/** The digits of a number as its format shows them, where that is certain. */
const identifierOfNumber = (cell: Cell): string | undefined => {
  const format = cell.format ?? "General"
  if (!/^\d{1,15}$/.test(cell.text)) return undefined
  if (/^0+$/.test(format)) return cell.text.padStart(format.length, "0")
  return /^(?:General|@|G\/通用格式|#*0?(?:[_;@() ].*)?)$/i.test(format) ? cell.text : undefined
}

/** The text of a cell that names something; nothing is made up that a spreadsheet program has lost. */
export const readIdentifier = (cell: Cell): Result.Result<string, TableProblem> => {
  const text = trimCell(cell.text)
  const kept =
    cell.kind === "number" ? identifierOfNumber(cell) : cell.kind === "text" && !exponent.test(text) ? text : undefined
  return kept === undefined ? Result.fail({ _tag: "DamagedIdentifier", found: shown(cell.text) }) : Result.succeed(kept)
}
