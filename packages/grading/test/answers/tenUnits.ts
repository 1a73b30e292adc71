import { flag, sheet, unit } from "../support.ts"

const marks = {
  A: [98, 96],
  B: [95, 94],
  C: [94, "85.33"],
  D: [93, 88],
  E: [88, 85],
  F: [84, 80],
  G: [78, 76],
  H: [68, 70],
  I: [62, 66],
  J: [50, 60]
}

/** The ten units of the third worked case, one of them vetoed. */
export const tenUnits = {
  units: Object.keys(marks).map(unit),
  sheets: Object.entries(marks).flatMap(([id, [base = 0, review = 0]]) => [
    sheet(id, "inspection", "检查组", { base }),
    sheet(id, "members", "支部大会", { review })
  ]),
  facts: [flag("F", "veto", true)]
}
