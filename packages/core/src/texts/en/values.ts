import type { Catalogue } from "../../Catalogue.ts"
import type { ValueMessage } from "../messages.ts"

/** The English texts of what is wrong with one value. */
export const valueTextEn: Catalogue<ValueMessage> = {
  NotExact: ({ found }) => `"${found}" is not an exact number: write a decimal such as 89.5 or a fraction such as 1/3`,
  DivisionByZero: ({ dividend }) => `${dividend} cannot be divided by nought: give a divisor other than 0`,
  NotADate: ({ found }) => `"${found}" is not a day of the calendar: write it as 2012-03-29`,
  NotAllowed: ({ expected, found }) => `is ${found}, but must be ${expected}`
}
