/** The decimal of a number to 15 significant digits, without an exponent. */
export const plainDecimal = (value: number): string => {
  const [digits = "0", exponent = "0"] = Math.abs(value).toExponential(14).replace(".", "").split("e")
  const point = Number(exponent) + 1
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0"
  const places = (point > 0 ? digits.slice(point) : "0".repeat(-point) + digits).replace(/0+$/, "")
  const text = places === "" ? whole : `${whole}.${places}`
  return value < 0 && text !== "0" ? `-${text}` : text
}

const two = (n: number): string => String(n).padStart(2, "0")

/**
 * The day of a serial number, with the time where it has one; nothing where the serial number is no day.
 *
 * Of the two systems in use, one counts 1900-01-01 as 1 and believes in 1900-02-29 (serial 60), the other counts 1904-01-01 as 0.
 */
export const dayOfSerial = (serial: number, is1904: boolean): string | undefined => {
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  if (days < (is1904 ? 0 : 1) || days > 2_958_465 || (!is1904 && days === 60)) return undefined
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(start + days * 86_400_000).toISOString().slice(0, 10)
  const time = seconds - days * 86_400
  return time === 0
    ? date
    : `${date} ${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)}`
}

/** The formats that are built in, by number, so far as they matter: `0.00%`, and days in Western and East Asian spelling. */
export const builtInFormat = (id: number): string => {
  if (id === 9 || id === 10) return "0%"
  if (id === 49) return "@"
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? "yyyy-mm-dd"
    : "General"
}

/** Whether a number in this format is shown as a day or a time. */
export const isDayFormat = (format: string): boolean =>
  /[ymdhs]/i.test(format.replace(/"[^"]*(?:"|$)|\[[^\]]*(?:\]|$)|\\./g, "").replace(/General|G\/通用格式/i, ""))
