// A spreadsheet program runs a cell of a CSV file that begins like a formula. Such cells are written with an apostrophe in
// front, plain numbers and dashes excepted, and the apostrophe is taken off again on reading. A text that already begins with
// apostrophes before such a sign gets one more, so that reading gives back every text exactly.
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/
const harmless = /^[+-]?\d+(?:\.\d+)?%?$|^-{1,2}$/

/** A cell's text with an apostrophe in front where a spreadsheet program would run it. */
export const withGuard = (text: string): string => (risky.test(text) && !harmless.test(text) ? `'${text}` : text)

/** A cell's text without the apostrophe that {@link withGuard} put in front. */
export const unguarded = (text: string): string => (guarded.test(text) ? text.slice(1) : text)
