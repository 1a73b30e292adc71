import type { ComponentChildren } from "preact"
import type { ReportMessage } from "../texts/messages.ts"
import { words } from "./bilingual.ts"
import { type Element, h } from "./element.ts"

/** A part of the page under its heading. */
export const section = (name: string, heading: ReportMessage, ...children: ReadonlyArray<ComponentChildren>): Element =>
  h(
    "section",
    { class: name, "aria-labelledby": `h-${name}` },
    h("h2", { id: `h-${name}` }, words(heading)),
    ...children
  )
