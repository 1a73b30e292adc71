import { formatExact, isExact } from "@zhengyou/core"

/** Plain data as people read it: keys and values one after the other. */
export const dataText = (value: unknown): string => {
  if (isExact(value)) return formatExact(value)
  if (Array.isArray(value)) return `[${value.map(dataText).join("; ")}]`
  if (typeof value !== "object" || value === null) return String(value)
  return Object.entries(value)
    .map(([key, one]) => `${key}=${dataText(one)}`)
    .join(" ")
}
