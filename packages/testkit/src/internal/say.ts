import { type Exact, formatExact, type Text } from "@zhengyou/core"

/** A text in both languages. */
export const say = (zh: string, en: string): Text => ({ "zh-CN": zh, en })

/** The same text in every language: figures, ids. */
export const plainly = (words: string): Text => say(words, words)

/** A figure as text. */
export const figure = (x: Exact | undefined): string => (x === undefined ? "–" : formatExact(x))
