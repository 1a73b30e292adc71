import { plain } from "../books.ts"
import { criterion, type Faulty, letters, limited, on, panel, quota, share, two, units } from "./parts.ts"

/** Faults of bands, criteria, panels, settings and examples, and of a book against a roster. */
export const faultyMarks: ReadonlyArray<Faulty> = [
  {
    tag: "BandGap",
    edit: { bands: plain.bands.slice(0, 3), ladder: plain.ladder.slice(0, 3) },
    path: ["bands", 2, "from"],
    part: { lowest: { n: 60n, d: 1n } }
  },
  {
    // Letters reach at most 80 % of 100 marks.
    tag: "BandOutOfReach",
    edit: on({ kind: "letters", letters: letters.map((label, i) => ({ label, share: ["0.85", "0.6", "0"][i] })) }),
    path: ["bands", 0, "from"],
    part: { most: { n: 85n, d: 1n } }
  },
  {
    // Deductions end at 60 of 100, which is C.
    tag: "BandBelowAll",
    edit: on({ kind: "deduct", floor: 60 }),
    path: ["bands", 3],
    part: { least: { n: 60n, d: 1n }, above: { id: "C", name: "C" } }
  },
  {
    // Whole numbers leave nothing from 89.5 up to 90.
    tag: "BandSkipped",
    edit: {
      rounding: { total: { mode: "halfExpand", digits: 0 } },
      decideOn: "rounded",
      bands: [
        { level: "A", from: 90 },
        { level: "B", from: "89.5" },
        { level: "C", from: 60 },
        { level: "D", from: 0 }
      ]
    },
    path: ["bands", 1],
    part: { digits: 0 }
  },
  {
    tag: "LevelNeverGiven",
    edit: { bands: [plain.bands[0], plain.bands[1], { level: "D", from: 0 }] },
    path: ["ladder", 2],
    part: { level: { id: "C", name: "C" } }
  },
  {
    tag: "CriterionConstant",
    edit: {
      criteria: [
        { ...criterion, maximum: 90 },
        {
          id: "meetings",
          name: "会议",
          maximum: 10,
          missing: "block",
          scoring: { kind: "anchors", anchors: letters.map((label) => ({ label, points: 10 })) }
        }
      ]
    },
    path: ["criteria", 1],
    part: { score: { n: 10n, d: 1n } }
  },
  {
    // 0.4 marks are rounded to none.
    tag: "CriterionConstant",
    edit: {
      criteria: [
        { ...criterion, maximum: "99.6" },
        { id: "small", name: "small", maximum: "0.4", missing: "block" }
      ],
      rounding: { mark: { mode: "floor", digits: 0 } },
      bands: [{ level: "A", from: 90 }, ...plain.bands.slice(1)]
    },
    path: ["criteria", 1],
    part: { score: { n: 0n, d: 1n } }
  },
  {
    tag: "CriterionNeverApplies",
    edit: {
      criteria: [
        criterion,
        {
          id: "students",
          name: "学生支部",
          onlyFor: ["student"],
          items: [{ ...criterion, id: "labs", onlyFor: ["teacher"] }]
        }
      ]
    },
    path: ["criteria", 1, "items", 0]
  },
  { tag: "VoidsIdle", edit: { panels: [{ ...panel, voids: ["allFull"] }] }, path: ["panels", 0, "voids"] },
  {
    tag: "TrimsNothing",
    edit: { panels: [{ ...panel, aggregate: { method: "trimmedMean", dropHighest: 0, dropLowest: 0, onlyAbove: 3 } }] },
    path: ["panels", 0, "aggregate"]
  },
  {
    tag: "TrimsNothing",
    edit: { panels: [{ ...panel, aggregate: { method: "trimmedShare", share: 0, rounding: "ceil", onlyAbove: 3 } }] },
    path: ["panels", 0, "aggregate"]
  },
  {
    tag: "AdjustmentCapped",
    edit: { adjustments: [{ id: "bonus", name: "加分", kind: "bonus", on: { total: true }, cap: 0 }] },
    path: ["adjustments", 0, "cap"]
  },
  {
    // 0.33 of 0.66 counts one half.
    tag: "WeightsDoNotTotal",
    edit: two(["0.33", "0.33"]),
    path: ["panels"],
    part: { of: "panels", total: { n: 33n, d: 50n }, written: { n: 33n, d: 100n }, counts: { n: 1n, d: 2n } }
  },
  {
    // 40 of 95 is 8/19.
    tag: "WeightsDoNotTotal",
    edit: two([40, 55], { combine: "panels" }),
    path: ["panels"],
    part: { whole: { n: 100n, d: 1n }, counts: { n: 8n, d: 19n } }
  },
  {
    tag: "WeightsDoNotTotal",
    edit: {
      panels: [
        {
          ...panel,
          groups: [
            { id: "leaders", name: "领导", weight: "0.4" },
            { id: "staff", name: "职工", weight: "0.5" }
          ]
        }
      ]
    },
    path: ["panels", 0, "groups"],
    part: { of: "groups", counts: { n: 4n, d: 9n } }
  },
  {
    tag: "RoundingOnlyShows",
    edit: { rounding: { total: { mode: "halfExpand", digits: 1 } } },
    path: ["rounding", "total"],
    part: { digits: 1 }
  },
  {
    // With nothing of 40 marks a unit has 60; without them it has 60 of 60.
    tag: "GainsByMissing",
    edit: {
      criteria: [
        { ...criterion, maximum: 60 },
        { ...criterion, id: "d", name: "d", maximum: 40, missing: "exclude" }
      ],
      panels: [{ ...panel, missing: "exclude" }]
    },
    path: ["criteria", 1, "missing"],
    part: { with: { n: 60n, d: 1n }, without: { n: 100n, d: 1n } }
  },
  {
    tag: "GainsByMissing",
    edit: {
      panels: [
        { ...panel, weight: "0.7" },
        { ...panel, id: "q", name: "q", weight: "0.3", missing: "exclude" }
      ]
    },
    path: ["panels", 1, "missing"],
    part: { with: { n: 70n, d: 1n }, without: { n: 100n, d: 1n } }
  },
  {
    tag: "UnscoredIsGraded",
    edit: { criteria: [{ ...criterion, missing: "zero" }], panels: [{ ...panel, missing: "exclude" }] },
    path: ["criteria", 0, "missing"],
    part: { level: { id: "D", name: "D" } }
  },
  {
    tag: "ExampleDisagrees",
    edit: {
      examples: [
        {
          name: "卡线",
          units: [{ id: "甲", name: "甲" }],
          sheets: [{ unit: "甲", panel: "p", rater: "r", scores: { c: 90 } }],
          expect: [{ unit: "甲", level: "B" }]
        }
      ]
    },
    path: ["examples", 0],
    part: { unit: "甲" }
  },
  {
    tag: "ExampleDisagrees",
    edit: {
      examples: [
        {
          name: "输入有错",
          units: [{ id: "甲", name: "甲" }],
          sheets: [{ unit: "乙", panel: "p", rater: "r", scores: { c: 90 } }],
          expect: [{ unit: "甲", level: "A" }]
        }
      ]
    },
    path: ["examples", 0]
  },
  {
    // A tenth of 4 units is no seat.
    tag: "QuotaTakesRoster",
    edit: limited(quota("cap", "A", share("0.1"))),
    path: ["quotas", 0, "seats"],
    part: { seats: 0, units: 4 },
    roster: units(4)
  },
  {
    tag: "QuotaTakesRoster",
    edit: limited(quota("floor", "C", { count: 5 }, { within: "unit.parent" })),
    path: ["quotas", 0, "seats"],
    part: { group: "院", seats: 5, units: 3 },
    roster: units(3, { parent: "院" })
  },
  {
    tag: "GroupUnstated",
    edit: limited(quota("cap", "A", { count: 1 }, { within: "unit.type" })),
    path: ["quotas", 0, "within"],
    part: { units: 2 },
    roster: [...units(2), { id: "t", name: "t", type: "teacher" }]
  },
  {
    tag: "CriterionForNobody",
    edit: {
      criteria: ["student", "teacher"].map((type) => ({ ...criterion, id: type, name: type, onlyFor: [type] }))
    },
    path: ["criteria", 0],
    roster: units(2, { type: "teacher" })
  },
  {
    tag: "NothingForUnit",
    edit: { criteria: [{ ...criterion, onlyFor: ["teacher"] }] },
    path: ["criteria"],
    part: { unit: "s", type: "student" },
    roster: [{ id: "s", name: "s", type: "student" }, ...units(1, { type: "teacher" })]
  }
]
