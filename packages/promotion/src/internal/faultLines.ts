import { type Fault, formatPath, render } from "@zhengyou/core"
import { promotionTextEn } from "../texts/en.ts"
import type { PromotionMessage } from "../texts/messages.ts"

/** A refusal in English with its first faults, one a line. */
export const faultLines = (head: string, faults: ReadonlyArray<Fault<PromotionMessage>>): string =>
  [
    head,
    ...faults.slice(0, 20).map(({ path, problem }) => `  ${formatPath(path)}: ${render(promotionTextEn, problem)}`)
  ].join("\n")
