import { type Named, textIn } from "@zhengyou/core"

export const name = (named: Named): string => textIn(named.name, "zh-CN")

export const list = (known: ReadonlyArray<string>): string =>
  known.slice(0, 10).join("、") + (known.length > 10 ? " 等" : "")
