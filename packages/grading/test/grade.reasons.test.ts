import { decidingReason, type GradingReason, type Outcome } from "@zhengyou/grading"
import fc from "fast-check"
import { expect, it } from "vitest"
import { gradingCase, parsed } from "./generators.ts"
import { flag, gradeUnsafe, unit } from "./support.ts"

/** The level that a reason leaves a unit on. */
const levelAfter = (reason: GradingReason): string | undefined => {
  switch (reason._tag) {
    case "InBand":
    case "KeptByTie":
    case "Recognised":
      return reason.level.id
    case "GateLowered":
    case "GateFroze":
    case "QuotaPushed":
      return reason.to.id
    default:
      return undefined
  }
}

const endings: Record<Exclude<Outcome["_tag"], "Graded" | "Recognised">, ReadonlyArray<GradingReason["_tag"]>> = {
  NotGraded: ["NotEligible", "GateExcluded"],
  Blocked: ["FactMissing", "PanelMissing", "CriterionMissing"],
  Undetermined: ["BelowBands", "TiedAtQuota"]
}

const chance = fc.integer({ min: 0, max: 3 }).map((n) => n > 0)

const rules = fc.record({
  missing: fc.constantFrom("block", "zero", "exclude"),
  scored: fc.infiniteStream(chance),
  twin: fc.boolean(),
  vetoes: fc.array(fc.constantFrom(true, false, false, undefined), { minLength: 8, maxLength: 8 }),
  atMost: fc.constantFrom("B", "C", "D"),
  excludes: fc.boolean(),
  seats: fc.nat(3),
  ties: fc.constantFrom("exclude", "include", "undetermined"),
  asked: fc.boolean()
})

it("the last reason decides: it names the level, or says why there is none", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(gradingCase({ min: 1, max: 8 }), rules, (made, rule) => {
      const lenient = <A extends object>(one: A) => ({ ...one, missing: rule.missing })
      const vetoed = { fact: "veto", op: "=", value: true }
      const book = parsed({
        ...made.book,
        criteria: made.book.criteria.map(lenient),
        panels: made.book.panels.map(lenient),
        // No band reaches down to nought.
        bands: ["A", "B", "C", "D"]
          .map((level, i) => ({ level, from: `${(4 - i) * 10}/100000` }))
          .filter(({ level }) => level !== "D"),
        eligibility: rule.asked ? [{ id: "e", name: "e", require: { not: vetoed } }] : [],
        gates: [
          {
            id: "g",
            name: "g",
            when: { ...vetoed, ifUnknown: false },
            then: rule.excludes ? { notGraded: true } : { atMost: rule.atMost }
          }
        ],
        quotas: [
          { kind: "cap", level: "A", seats: { count: rule.seats }, ties: rule.ties },
          { kind: "cap", level: "B", seats: { count: 1 }, ties: rule.ties }
        ]
      })
      // Twins have the scores of the first unit, so that ties are common.
      const first = made.sheets.filter((one) => one.unit === "u0")
      const twins = made.units.flatMap((id) => first.map((one) => ({ ...one, unit: id })))
      const given = rule.twin ? twins : made.sheets.filter(() => rule.scored.next().value)
      const facts = made.units.flatMap((id, i) => {
        const veto = rule.vetoes[i]
        return veto === undefined ? [] : [flag(id, "veto", veto)]
      })
      for (const outcome of gradeUnsafe(book, { units: made.units.map(unit), sheets: given, facts }).outcomes) {
        const last = decidingReason(outcome)
        seen.add(last._tag)
        expect(last).toBe(outcome.reasons.at(-1))
        if ("level" in outcome) expect(levelAfter(last)).toBe(outcome.level)
        else expect(endings[outcome._tag]).toContain(last._tag)
      }
    }),
    { numRuns: 300, seed: 20120401 }
  )
  // The cases above came by every way in which a unit can end.
  const all = ["InBand", "KeptByTie", "GateLowered", "QuotaPushed", ...Object.values(endings).flat()]
  expect(all.filter((tag) => !seen.has(tag))).toEqual([])
})
