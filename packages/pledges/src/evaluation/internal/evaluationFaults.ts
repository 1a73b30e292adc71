import { compareExact, type Fault, formatExact, isSameExact, type Path, sum, zero } from "@zhengyou/core"
import type { PolicyProblem } from "../../policy/PolicyProblem.ts"
import { EvaluationPart, type EvaluationRules } from "../EvaluationRules.ts"

type Faults = ReadonlyArray<Fault<PolicyProblem>>

const weightFaults = ({ weights }: EvaluationRules, path: Path): Faults => {
  const faults = EvaluationPart.literals.flatMap((part): Faults => {
    const weight = weights[part]
    return compareExact(weight, zero) >= 0
      ? []
      : [{ path: [...path, part], problem: { _tag: "WeightNegative", part, weight: formatExact(weight) } }]
  })
  if (faults.length > 0) return faults
  return isSameExact(sum(Object.values(weights)), zero) ? [{ path, problem: { _tag: "WeightsAllNought" } }] : []
}

const bandFaults = ({ bands, full }: EvaluationRules, path: Path): Faults =>
  bands.flatMap(({ level: { id: level }, from }, i): Faults => {
    const above = bands[i - 1]
    const at = [...path, i]
    const [isLast, shown] = [i === bands.length - 1, formatExact(from)]
    const twice = bands.findIndex((band) => band.level.id === level) < i
    return [
      ...(twice ? [{ path: [...at, "level", "id"], problem: { _tag: "IdTwice" as const, id: level } }] : []),
      ...(above !== undefined && compareExact(from, above.from) >= 0
        ? [
            {
              path: [...at, "from"],
              problem: { _tag: "BandsNotDescending" as const, level, from: shown, above: formatExact(above.from) }
            }
          ]
        : []),
      ...(compareExact(from, full) > 0
        ? [
            {
              path: [...at, "from"],
              problem: { _tag: "BandBeyondFull" as const, level, from: shown, full: formatExact(full) }
            }
          ]
        : []),
      ...(isLast && compareExact(from, zero) > 0
        ? [{ path: [...at, "from"], problem: { _tag: "LowestBandAboveNought" as const, level, from: shown } }]
        : [])
    ]
  })

/** Everything that is wrong between the parts of the rules of evaluation. */
export const evaluationFaults = (rules: EvaluationRules): Faults => [
  ...(compareExact(rules.full, zero) > 0
    ? []
    : [
        {
          path: ["evaluation", "full"],
          problem: { _tag: "FullNotPositive" as const, full: formatExact(rules.full) }
        }
      ]),
  ...weightFaults(rules, ["evaluation", "weights"]),
  ...bandFaults(rules, ["evaluation", "bands"])
]
