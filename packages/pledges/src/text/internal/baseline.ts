import { isRelative, type QuantityPlace } from "./quantities.ts"
import type { ReadText } from "./ReadText.ts"
import { firstWithin, lastBefore } from "./terms.ts"

/** How far a figure may stand from the word that makes it the figure of the period before, in characters. */
const reach = 12

const isStop = /[,。;!?\n]/

/** Whether a quantity may be what a change starts from: percentage points and multiples are not. */
const mayBeBase = ({ unit }: QuantityPlace): boolean => unit === "%" || !/百分点|倍|成|分之|番|半/.test(unit)

/** From … to …: the first of the two is what the change starts from. */
const isFromTo = (text: string, { from, to }: QuantityPlace): boolean => {
  const before = text.slice(Math.max(0, from - reach), from)
  const after = text.slice(to, to + reach)
  return /(?:由|从)[^,。;!?\n]*$/.test(before) && /^[^,。;!?\n]*?[到至为成减]/.test(after)
}

/** Whether a text gives the figure of the period before: `去年为3次`, `由5步减为2步`. */
export const hasBaseline = ({ normal: { text }, quantities, places }: ReadText): boolean =>
  quantities.some((quantity) => {
    if (!mayBeBase(quantity)) return false
    if (isFromTo(text, quantity)) return true
    const period = lastBefore(places.pastPeriods, quantity.from)
    if (period === undefined || period.to > quantity.from || quantity.from - period.to > reach) return false
    if (isStop.test(text.slice(period.to, quantity.from))) return false
    return firstWithin(places.changes, { from: period.to, to: quantity.from }) === undefined
  })

/** Whether a quantity is the share or multiple by which something changes: `下降10%`, `提高5个百分点`. */
export const isChangeWithoutFigure = ({ normal: { text }, places }: ReadText, quantity: QuantityPlace): boolean => {
  if (!isRelative(quantity)) return false
  if (quantity.unit.includes("番") || quantity.unit === "减半") return true
  // What stands before it in its own clause, the last four characters at most.
  const before = text.slice(Math.max(0, quantity.from - 4), quantity.from).replace(/^[\s\S]*[,。;!?\n]/, "")
  if (/[到至为于达]$/.test(before)) return false
  return firstWithin(places.changes, { from: quantity.from - before.length, to: quantity.from }) !== undefined
}
