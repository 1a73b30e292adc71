import { type Fault, formatPath, render } from "@zhengyou/core"
import { pledgesTextEn } from "../texts/en.ts"
import type { PledgesMessage } from "../texts/messages.ts"

/** A refusal in English with its first faults, one a line. */
export const faultLines = (head: string, faults: ReadonlyArray<Fault<PledgesMessage>>): string =>
  [
    head,
    ...faults.slice(0, 20).map(({ path, problem }) => `  ${formatPath(path)}: ${render(pledgesTextEn, problem)}`)
  ].join("\n")
