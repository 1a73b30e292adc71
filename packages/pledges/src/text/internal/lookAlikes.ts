/** A number that begins with a digit and may go on with letters that look like digits; no letter stands before or after it. */
const number = /(?<![a-z0-9])[0-9][0-9oil\u043e\u03bf\u0456]*(?![a-z])/g

/**
 * A text with the letters among digits that are taken for digits replaced by them, and where they stood.
 *
 * **Details**
 *
 * An o after a digit is a nought; an i or an l is a one only where a digit follows, since "5l" are five litres.
 */
export const lookAlikesRead = (text: string): { readonly text: string; readonly places: ReadonlyArray<number> } => {
  const places: Array<number> = []
  const read = text.replace(number, (run, at: number) => {
    if (/^[0-9]+$/.test(run)) return run
    let out = ""
    for (let i = 0; i < run.length; i++) {
      const unit = run.charAt(i)
      const isNought = unit === "o" || unit === "\u043e" || unit === "\u03bf"
      const isOne = !isNought && !/[0-9]/.test(unit) && /[0-9o\u043e\u03bf]/.test(run.charAt(i + 1))
      if (isNought || isOne) places.push(at + i)
      out += isNought ? "0" : isOne ? "1" : unit
    }
    return out
  })
  return { text: read, places }
}
