import { allCriteria, type Criterion } from "../../Criterion.ts"
import { type Panel, scores } from "../../Panel.ts"
import type { RuleBookShape } from "../../RuleBook.ts"
import { exactLimit, greatestMark } from "./integerPlan.ts"
import type { LinearBook } from "./linearBook.ts"

/** Marks are added up in units of a ten-thousandth; a unit with a finer one goes through the ordinary engine. */
export const objectDigits = 4

/** What a panel makes of a criterion's marks: the greatest in whole units, and the cells that they go to. */
export interface Slot {
  readonly criterion: Criterion
  /** The cell by the place of the rater's group; -1 for marks that no sum counts. */
  readonly cells: ReadonlyArray<number>
  readonly greatest: number
}

/** A panel made ready for reading its sheets. */
export interface ReadyPanel {
  readonly panel: Panel
  readonly recuses: boolean
  readonly groups: ReadonlyMap<string, number> | undefined
  /** By criterion. */
  readonly slots: ReadonlyMap<string, Slot>
}

const readyPanel = (book: RuleBookShape, linear: LinearBook | undefined, panel: Panel): ReadyPanel => {
  const groups = panel.groups?.map(({ id }) => id)
  const own = allCriteria(book.criteria).filter(({ id }) => scores(panel, id))
  const slots = own.map((criterion): Slot => {
    const { kind } = criterion.scoring
    const isLinear = kind === "points" || kind === "outOf"
    const greatest = greatestMark(criterion, objectDigits)
    const cellOf = (group: string | undefined) =>
      linear?.cells.findIndex((one) => one.panel === panel && one.criterion === criterion && one.group === group) ?? -1
    return {
      criterion,
      // Beyond whole doubles a mark could not be told from its neighbours.
      cells: (groups ?? [undefined]).map((group) => (isLinear && greatest < exactLimit ? cellOf(group) : -1)),
      greatest: Number(greatest)
    }
  })
  return {
    panel,
    recuses: panel.recuse !== undefined,
    groups: groups && new Map(groups.map((id, i) => [id, i])),
    slots: new Map(slots.map((slot) => [slot.criterion.id, slot]))
  }
}

/** Makes a book's panels ready, by their ids. */
export const readyPanels = (book: RuleBookShape, linear: LinearBook | undefined): ReadonlyMap<string, ReadyPanel> =>
  new Map(book.panels.map((panel) => [panel.id, readyPanel(book, linear, panel)]))
