/** Anything that says something to people: a reason, a refusal or a fault, told apart by its tag. */
export interface Message {
  readonly _tag: string
}

/**
 * The texts of a family of messages in one language: one function for each tag.
 *
 * **Details**
 *
 * The compiler refuses a catalogue that lacks a tag, so a reason without a text in some language cannot be built.
 */
export type Catalogue<M extends Message> = {
  readonly [Tag in M["_tag"]]: (message: Omit<Extract<M, { readonly _tag: Tag }>, "_tag">) => string
}

/**
 * The text of one message.
 *
 * @example
 * ```ts
 * import { coreTextZhCN, render } from "@zhengyou/core"
 *
 * render(coreTextZhCN, { _tag: "NotADate", found: "2012-02-30" }) // => "“2012-02-30”不是日历上的日期，请写成 2012-03-29 的样子"
 * ```
 */
export const render = <M extends Message>(catalogue: Catalogue<M>, message: M): string => {
  // A catalogue pairs each tag with the function for that tag; TypeScript cannot follow the pairing through a union.
  const text = catalogue[message._tag as M["_tag"]] as unknown as (message: M) => string
  return text(message)
}
