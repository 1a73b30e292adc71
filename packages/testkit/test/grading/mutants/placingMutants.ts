import { ordinary } from "../books.ts"
import { type GradingMutant, mutant } from "./Mutant.ts"

const placeUnit = "internal/placeUnit.ts"

/** Faults on the way from a total to a level, and around it. */
export const placingMutants: ReadonlyArray<GradingMutant> = [
  mutant("> for >= at the bound of a band", "bound-included", {
    file: "Band.ts",
    from: "compareExact(total, band.from) >= 0",
    to: "compareExact(total, band.from) > 0"
  }),
  mutant(
    "a cap's share is of all units instead of the eligible ones",
    "seats-counted",
    {
      file: "internal/settleRound.ts",
      from: "isEligible: Uint8Array.from(stood, ({ eligible }) => Number(eligible)),",
      to: "isEligible: Uint8Array.from(stood, () => 1),"
    },
    {
      quotas: [{ kind: "cap", level: "A", seats: { share: "1/2", of: "eligible", rounding: "ceil" }, ties: "exclude" }],
      eligibility: [{ id: "rate", name: "满意率", require: { fact: "rate", op: ">=", value: "0.6" } }]
    }
  ),
  mutant("forgets the first gate", "veto-dominance", {
    file: placeUnit,
    from: "return asked.reduce<Placed>",
    to: "return asked.slice(1).reduce<Placed>"
  }),
  mutant("takes an unknown fact for false", "unknown-waits", {
    file: placeUnit,
    from: "if (verdict.holds === undefined) return missingFacts(gate.rule, verdict)",
    to: "if (verdict.holds === undefined) return []"
  }),
  mutant(
    "lets the recognised past the gates",
    "veto-dominance",
    {
      file: "internal/standUnit.ts",
      from: "return gated(book, unit, recognised, rules, { eligibility, recognitions })",
      to: "return { unit, eligible: true, standing: recognised, working: { eligibility, recognitions } }"
    },
    {
      recognitions: [
        { id: "all", name: "全部满意", when: { fact: "rate", op: "=", value: 1 }, level: "A", takesSeat: true }
      ]
    }
  ),
  mutant(
    "numbers ranks densely whatever the book says",
    "ranks",
    {
      file: "internal/settleRound.ts",
      from: `ranking === "dense" ? ranks.size + 1 : sorted.length - i`,
      to: "ranks.size + 1"
    },
    { gates: [] }
  ),
  mutant(
    "rounds every share of seats up",
    "seats-counted",
    { file: "Quota.ts", from: "mode: seats.rounding", to: `mode: "ceil"` },
    { quotas: [{ kind: "cap", level: "A", seats: { share: "0.3", of: "all", rounding: "floor" }, ties: "exclude" }] }
  ),
  mutant(
    "tells the distance to the bound, not to what rounds up to it",
    "why-not-flips",
    {
      file: "answers/obstaclesOf.ts",
      from: "const short = lackOf(threshold, total)",
      to: "const short = lackOf({ ...threshold, at: band.from }, total)"
    },
    { decideOn: "rounded", rounding: { total: { mode: "halfExpand", digits: 1 } } }
  ),
  mutant("leaves the seed out of the receipt", "replay", {
    file: "internal/receiptOf.ts",
    from: "lotSeed: inputs.lotSeed ?? null",
    to: "lotSeed: null"
  }),
  mutant(
    "takes a rule of eligibility for met where it is not known",
    "level-by-definition",
    {
      file: placeUnit,
      from: "const [missing, ...others] = open",
      to: "const [missing, ...others] = open.slice(open.length)"
    },
    { gates: [], eligibility: [{ id: "rate", name: "满意率", require: { fact: "rate", op: ">=", value: "0.6" } }] }
  ),
  mutant("leaves a gap above five points of a band", "bands-in-order", {
    file: "Band.ts",
    from: "compareExact(total, band.from) >= 0",
    to: "compareExact(total, band.from) >= 0 && compareExact(total, { n: band.from.n + 5n * band.from.d, d: band.from.d }) < 0"
  }),
  mutant("says that a gate lowered to where the unit was", "reasons-lead", {
    file: placeUnit,
    from: "to: levelNamed(book.ladder, level),",
    to: "to: levelNamed(book.ladder, placed.level),"
  }),
  mutant("gives every unit the sheets of the first", "independence", {
    file: "internal/standUnit.ts",
    from: "sheets: sheets.get(unit.id) ?? [],",
    to: `sheets: sheets.get(inputs.units[0]?.id ?? "") ?? [],`
  }),
  mutant(
    "turns every gate round",
    "benefits-help",
    {
      file: placeUnit,
      from: "const ceiling = verdict.holds === true ?",
      to: "const ceiling = verdict.holds !== true ?"
    },
    { gates: ordinary.gates.slice(0, 1) }
  )
]
