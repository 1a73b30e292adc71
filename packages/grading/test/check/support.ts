import { compareExact, formatExact, isSameExact } from "@zhengyou/core"
import {
  type Finding,
  type FindingProblem,
  type Grading,
  type GradingInputs,
  grade,
  type Outcome,
  parseRuleBook,
  type RuleBook,
  runExamples
} from "@zhengyou/grading"
import { Result } from "effect"
import { jsonOf } from "../support.ts"

type Problem<Tag extends FindingProblem["_tag"]> = Extract<FindingProblem, { readonly _tag: Tag }>

const total = (outcome: Outcome | undefined) =>
  outcome !== undefined && "total" in outcome ? outcome.total : undefined
const level = (outcome: Outcome | undefined) =>
  outcome !== undefined && "level" in outcome ? outcome.level : undefined
const gateOf = (outcome: Outcome, gate: string) =>
  outcome.reasons.some((reason) => "gate" in reason && reason.gate.id === gate)
const has = (outcome: Outcome | undefined, tag: string) => outcome?.reasons.some(({ _tag }) => _tag === tag) ?? false
const pushedBy = ({ outcomes }: Grading, kind: string) =>
  outcomes.filter(({ reasons }) => reasons.some((reason) => reason._tag === "QuotaPushed" && reason.kind === kind))

/** The results with and without a part of the book, as texts. */
const withoutPart = (book: RuleBook, inputs: GradingInputs, list: "gates" | "quotas", i: number) => {
  const json = jsonOf(book)
  const parts = json[list]
  const rest = Array.isArray(parts) ? parts.filter((_, j) => j !== i) : []
  const other = Result.getOrThrow(parseRuleBook({ ...json, [list]: rest }))
  return [book, other].map((one) =>
    Result.getOrThrow(grade(one, inputs)).outcomes.map((outcome) => level(outcome) ?? outcome._tag)
  )
}

const isSameWithout = (book: RuleBook, { path, witness }: Finding, list: "gates" | "quotas") => {
  const [a, b] = withoutPart(book, witness, list, Number(path[1]))
  return JSON.stringify(a) === JSON.stringify(b)
}

type Shows = {
  readonly [Tag in FindingProblem["_tag"]]: (
    problem: Problem<Tag>,
    grading: Grading,
    finding: Finding,
    book: RuleBook
  ) => boolean
}

const isBelow = (outcome: Outcome | undefined, bound: { n: bigint; d: bigint }) => {
  const own = total(outcome)?.decided
  return own !== undefined && compareExact(own, bound) < 0
}

const all = (grading: Grading, is: (outcome: Outcome) => boolean) =>
  grading.outcomes.length > 0 && grading.outcomes.every(is)

/** What the grading of a witness must come to for a finding to be shown, said of each kind independently of the engine. */
const shows: Shows = {
  BandGap: ({ lowest }, { outcomes: [one] }) => one?._tag === "Undetermined" && isBelow(one, lowest),
  BandOutOfReach: ({ from, level: own }, { outcomes: [one] }) => isBelow(one, from) && level(one) !== own.id,
  BandBelowAll: ({ level: own }, { outcomes: [one] }) =>
    // Quotas may still push a unit there.
    one?.reasons.some((reason) => reason._tag === "InBand" && reason.level.id !== own.id) ?? false,
  BandSkipped: ({ level: own, from, next }, { outcomes: [one] }) => {
    const exact = total(one)?.exact
    return (
      exact !== undefined && compareExact(exact, from) >= 0 && compareExact(exact, next) < 0 && level(one) !== own.id
    )
  },
  LevelNeverGiven: ({ level: own }, grading) => all(grading, (one) => level(one) !== own.id),
  CriterionConstant: ({ criterion }, { outcomes: [a, b] }) => {
    const score = (one: Outcome | undefined) =>
      one !== undefined && "scores" in one ? one.scores.find((own) => own.criterion === criterion.id)?.score : undefined
    const [x, y] = [score(a), score(b)]
    return x !== undefined && y !== undefined && isSameExact(x, y)
  },
  CriterionNeverApplies: ({ criterion }, grading) =>
    all(grading, (one) => !("scores" in one) || one.scores.every((own) => own.criterion !== criterion.id)),
  VoidsIdle: (_, grading, { witness }) =>
    witness.sheets.length > 0 && all(grading, (one) => total(one) !== undefined && !has(one, "SheetsSetAside")),
  TrimsNothing: ({ panel }, grading) =>
    all(grading, (one) =>
      "scores" in one
        ? one.scores
            .flatMap(({ panels }) => panels)
            .filter((own) => own.panel === panel.id)
            .every(({ scored, counted }) => scored > 1 && scored === counted)
        : false
    ),
  AdjustmentCapped: (_, { outcomes: [a, b] }, { witness }) => {
    const [x, y] = [total(a), total(b)]
    return witness.awards.length === 1 && x !== undefined && y !== undefined && isSameExact(x.exact, y.exact)
  },
  WeightsDoNotTotal: ({ written }, { outcomes: [one] }, _, book) => {
    const exact = total(one)?.exact
    const top = book.convertTo ?? book.fullMarks
    return exact !== undefined && !isSameExact(exact, { n: written.n * top.n, d: written.d * top.d })
  },
  GateNeverFires: ({ gate }, grading) =>
    grading.outcomes.some((one) => level(one) !== undefined) && all(grading, (one) => !gateOf(one, gate.id)),
  GateAlwaysFires: ({ gate }, grading) => all(grading, (one) => gateOf(one, gate.id)),
  GateIdle: (_, __, finding, book) => isSameWithout(book, finding, "gates"),
  GateShadowed: ({ by }, _, finding, book) => {
    const gates = book.gates.filter(({ id }) => id === by.id)
    const alone = Result.getOrThrow(grade({ ...book, gates }, finding.witness))
    return alone.outcomes.some((one) => gateOf(one, by.id)) && isSameWithout(book, finding, "gates")
  },
  NobodyEligible: (_, grading) => all(grading, ({ _tag }) => _tag === "NotGraded" || _tag === "Blocked"),
  EligibilityIdle: ({ rule }, grading) =>
    all(
      grading,
      (one) =>
        !one.reasons.some(
          (reason) => (reason._tag === "NotEligible" || reason._tag === "FactMissing") && reason.rule.id === rule.id
        )
    ),
  RecognitionNeverApplies: ({ recognition }, grading) =>
    all(
      grading,
      (one) => !one.reasons.some((reason) => reason._tag === "Recognised" && reason.rule.id === recognition.id)
    ),
  RecognitionNeverKept: ({ recognition, level: own }, { outcomes: [one] }) =>
    level(one) !== own.id &&
    (one?._tag === "Blocked" ||
      (one?.reasons.some((reason) => reason._tag === "Recognised" && reason.rule.id === recognition.id) ?? false)),
  QuotaLeavesNobody: ({ kind }, grading) => pushedBy(grading, kind).length === grading.outcomes.length,
  QuotaIdle: (_, __, finding, book) => isSameWithout(book, finding, "quotas"),
  QuotaShadowed: ({ by }, grading, finding, book) =>
    pushedBy(grading, by.kind).length > 0 && isSameWithout(book, finding, "quotas"),
  FloorOverfillsCap: ({ units }, grading) => {
    const twice = pushedBy(grading, "floor").filter((one) => pushedBy(grading, "cap").includes(one))
    return grading.outcomes.length === units && twice.length > 0
  },
  TiesLeftOpen: (_, grading) => grading.outcomes.some((one) => one._tag === "Undetermined" && has(one, "TiedAtQuota")),
  LotsNeedSeed: (_, grading) => grading.outcomes.some((one) => one._tag === "Undetermined" && has(one, "TiedAtQuota")),
  TiesExceedQuota: (_, grading) => grading.quotas.some(({ isMet }) => !isMet),
  RoundingOnlyShows: (_, { outcomes: [a, b] }) =>
    a?._tag === "Graded" && b?._tag === "Graded" && a.total.shown === b.total.shown && a.rank !== b.rank,
  GainsByMissing: (problem, { outcomes: [a, b] }) => {
    const [x, y] = [total(a)?.exact, total(b)?.exact]
    return (
      x !== undefined &&
      y !== undefined &&
      isSameExact(x, problem.with) &&
      isSameExact(y, problem.without) &&
      compareExact(x, y) < 0
    )
  },
  UnscoredIsGraded: (_, { outcomes: [one] }, { witness }) => witness.sheets.length === 0 && one?._tag === "Graded",
  ExampleDisagrees: (_, __, { path }, book) => runExamples(book)[Number(path[1])]?._tag === "Differs",
  NotDecided: () => false,
  QuotaTakesRoster: ({ kind, units }, grading) =>
    grading.outcomes.length === units && pushedBy(grading, kind).length === units,
  GroupUnstated: (_, grading) => grading.quotas.some(({ group }) => group === ""),
  CriterionForNobody: ({ criterion }, grading) =>
    all(grading, (one) => !("scores" in one) || one.scores.every((own) => own.criterion !== criterion.id)),
  NothingForUnit: ({ unit }, grading) => all(grading, (one) => one.unit === unit && has(one, "NothingToScore"))
}

/** Whether grading the witness of a finding shows it, and comes to what the witness says. */
export const isShown = (book: RuleBook, finding: Finding): boolean => {
  const { problem, witness } = finding
  // What was not decided has nothing that could show it.
  if (problem._tag === "NotDecided") return witness.units.length === 0
  const graded = grade(book, witness)
  if (Result.isFailure(graded)) return problem._tag === "ExampleDisagrees" && problem.unit === undefined
  const { outcomes } = graded.success
  const told = outcomes.map((one) => [
    one.unit,
    level(one),
    total(one) && formatExact(total(one)?.decided ?? { n: 0n, d: 1n })
  ])
  const said = witness.shows.map((one) => [one.unit, one.level, one.total && formatExact(one.total)])
  // Each kind has its own rule; TypeScript cannot follow the pairing of a tag with its function.
  const rule = shows[problem._tag] as (
    problem: FindingProblem,
    grading: Grading,
    finding: Finding,
    book: RuleBook
  ) => boolean
  return JSON.stringify(told) === JSON.stringify(said) && rule(problem, graded.success, finding, book)
}
