import type { ComponentChildren } from "preact"
import { type Element, h } from "./element.ts"

/** A column's heading, and whether it holds numbers. */
export interface Column {
  readonly heading: ComponentChildren
  readonly number?: boolean
}

const classOf = ({ number }: Column): { readonly class?: string } => (number === true ? { class: "num" } : {})

/** A small table; its cells may hold anything. The first column names the row. */
export const table = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<ComponentChildren>>,
  name = "plain"
): Element =>
  h(
    "div",
    { class: "scroll" },
    h(
      "table",
      { class: name },
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          columns.map((column) => h("th", { scope: "col", ...classOf(column) }, column.heading))
        )
      ),
      h(
        "tbody",
        null,
        rows.map((cells) =>
          h(
            "tr",
            null,
            columns.map((column, i) =>
              i === 0 ? h("th", { scope: "row" }, cells[i]) : h("td", classOf(column), cells[i])
            )
          )
        )
      )
    )
  )
