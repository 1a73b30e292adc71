// Marks that turn the direction of the text after them, and would do so beyond the name that they stand in.
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g

/** A text that HTML may hold: half characters and control characters show as U+FFFD. */
export const wellFormed = (text: string): string => text.toWellFormed().replace(controls, "\uFFFD")

/** A text on one line that does nothing to what stands beside it: for terminals and tooltips. */
export const plain = (text: string): string => wellFormed(text).replace(/\s+/gu, " ").trim().replace(bidi, "\uFFFD")
