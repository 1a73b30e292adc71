import { type Fault, formatPath, type Message } from "@zhengyou/core"
import { gradingTextEn, gradingTextZhCN } from "@zhengyou/grading"
import { storageTextEn, storageTextZhCN } from "@zhengyou/storage"
import { embeddingTextEn } from "./texts/en.ts"
import { embeddingTextZhCN } from "./texts/zh-CN.ts"

/** Texts by the tag of what they say something about. */
export interface Texts {
  readonly [tag: string]: (message: never) => string
}

/** The Chinese texts of grading, storage and the front door; grading knows more descriptions of values than storage does. */
export const textZhCN: Texts = { ...storageTextZhCN, ...gradingTextZhCN, ...embeddingTextZhCN }

/** The English texts of grading, storage and the front door. */
export const textEn: Texts = { ...storageTextEn, ...gradingTextEn, ...embeddingTextEn }

/** Refusals of the store tell their faults in one line. */
const inOneLine: ReadonlySet<string> = new Set(Object.keys(storageTextEn))

const isTagged = (value: unknown): value is Message =>
  typeof value === "object" && value !== null && "_tag" in value && typeof value._tag === "string"

const textOf = (texts: Texts, message: Message): string | undefined => {
  const text = Object.hasOwn(texts, message._tag) ? texts[message._tag] : undefined
  // A text stands under the tag of the messages that it is made for.
  return text?.(message as never)
}

const isFault = (value: unknown): value is Fault<Message> =>
  typeof value === "object" &&
  value !== null &&
  "path" in value &&
  Array.isArray(value.path) &&
  "problem" in value &&
  isTagged(value.problem)

const faultsOf = (refusal: Message): ReadonlyArray<Fault<Message>> =>
  !inOneLine.has(refusal._tag) && "faults" in refusal && Array.isArray(refusal.faults)
    ? refusal.faults.filter(isFault)
    : []

const faultLines = (faults: ReadonlyArray<Fault<Message>>, texts: Texts): ReadonlyArray<string> => {
  const colon = texts === textZhCN ? "：" : ": "
  return faults.map(({ path, problem }) => {
    const text = textOf(texts, problem) ?? problem._tag
    return path.length === 0 ? text : `${formatPath(path)}${colon}${text}`
  })
}

/**
 * A refusal as lines for people: what was refused and why, then a line for each fault with its place. Of the faults that `decodeInput` found, a line for each.
 *
 * **Details**
 *
 * Nothing for whatever else was thrown, such as a mistake in a program: throw that again.
 *
 * @example
 * ```ts
 * import { dateUnsafe, GradingRound, openStore, refusalLines, textEn, textZhCN } from "zhengyou"
 *
 * const store = await openStore("memory:")
 * const meta = { commandId: "open-1", actor: "clerk", at: "2026-11-23T08:00:00Z" }
 * const today = dateUnsafe("2026-11-23")
 * const refused = await store.execute(GradingRound, "round/2026", { _tag: "OpenRound" }, { today }, meta).catch((error: unknown) => error)
 * refusalLines(refused, textZhCN) // => ["本轮未计划，不能开始评分：须为已计划"]
 * refusalLines(new TypeError("a mistake"), textEn) // => undefined
 * await store.close()
 * ```
 */
export const refusalLines = (thrown: unknown, texts: Texts): ReadonlyArray<string> | undefined => {
  if (Array.isArray(thrown)) {
    const faults = thrown.filter(isFault)
    return faults.length > 0 && faults.length === thrown.length ? faultLines(faults, texts) : undefined
  }
  const first = isTagged(thrown) ? textOf(texts, thrown) : undefined
  if (first === undefined || !isTagged(thrown)) return undefined
  return [first, ...faultLines(faultsOf(thrown), texts)]
}
