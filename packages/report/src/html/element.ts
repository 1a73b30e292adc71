import { type ComponentChildren, createElement } from "preact"

/** The attributes of an element. */
export type Attributes = Readonly<Record<string, string | number | boolean | { readonly __html: string }>>

/** An element with its attributes and what stands in it; every text and attribute is escaped when the page is written. */
export const h = (tag: string, attributes: Attributes | null, ...children: ReadonlyArray<ComponentChildren>) =>
  createElement(tag, attributes ?? {}, ...children)

/** An element of the page. */
export type Element = ReturnType<typeof h>
