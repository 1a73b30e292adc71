import { type Named, textIn } from "@zhengyou/core"

export const name = (named: Named): string => textIn(named.name, "en")

export const list = (known: ReadonlyArray<string>): string =>
  known.slice(0, 10).join(", ") + (known.length > 10 ? ", …" : "")
