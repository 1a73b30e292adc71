import { type CalendarDate, dateUnsafe, type Exact, existsOn, type Fact, type Roster } from "@zhengyou/core"
import { bandOf, type Grading, type RuleBook } from "@zhengyou/grading"
import type { CaseCommand, LedgerCommand, RegisterCommand } from "@zhengyou/promotion"
import type { Application, FoundProblem, YearData, YearInputs } from "./data.ts"
import { yearDays } from "./days.ts"

/** One command of the year: for the ledger, for the register, or for the case of one unit. */
export type YearStep = { readonly actor: string; readonly today: CalendarDate } & (
  | { readonly of: "ledger"; readonly command: LedgerCommand }
  | { readonly of: "register"; readonly command: RegisterCommand }
  | { readonly of: "case"; readonly unit: string; readonly command: CaseCommand }
)

const [clerk, inspectors, committee, assessors] = ["组织员", "督导组", "分党委", "复评组"]

const on = (day: keyof typeof yearDays): CalendarDate => dateUnsafe(yearDays[day])

const ledger = (command: LedgerCommand, day: keyof typeof yearDays, actor: string): YearStep => ({
  of: "ledger",
  command,
  actor,
  today: on(day)
})

const isIn = (lines: YearData["sentBack"], problem: string, unit: string): boolean =>
  lines.some((line) => line.problem === problem && line.unit === unit)

const planOf = ({ cause, measure }: FoundProblem, unit: string, workingDays: number) => ({
  cause,
  measures: [measure] as const,
  owner: `${unit} 书记`,
  term: { workingDays, first: "next" } as const
})

/** The rectification of one problem in one unit. */
const rectify = (data: YearData, problem: FoundProblem, unit: string): ReadonlyArray<YearStep> => {
  const line = { problem: problem.id, unit }
  const secretary = `${unit} 书记`
  const worker = `${unit} 委员`
  const evidence = [problem.measure] as const
  const planned = (day: "planned" | "plannedAgain", workingDays: number) =>
    ledger({ _tag: "PlanRectification", ...line, plan: planOf(problem, unit, workingDays) }, day, secretary)
  const started = (day: "started" | "plannedAgain") =>
    ledger({ _tag: "StartRectification", ...line, by: worker }, day, worker)
  const submitted = (day: "submitted" | "submittedAgain") =>
    ledger({ _tag: "SubmitRectification", ...line, by: worker, evidence }, day, worker)
  const closed = (day: "verified" | "verifiedAgain") =>
    ledger({ _tag: "CloseRectification", ...line, verifier: inspectors, note: "现场核对" }, day, inspectors)
  const first = [planned("planned", 60), started("started"), submitted("submitted")]
  if (isIn(data.sentBack, problem.id, unit)) {
    const back = { _tag: "SendBackRectification", ...line, verifier: inspectors, why: "尚未完成" } as const
    return [...first, ledger(back, "verified", inspectors)]
  }
  if (!isIn(data.foundAgain, problem.id, unit)) return [...first, closed("verified")]
  const again = { _tag: "ReopenProblem", ...line, by: inspectors, why: "回访时再次发现" } as const
  return [
    ...first,
    closed("verified"),
    ledger(again, "foundAgain", inspectors),
    planned("plannedAgain", 20),
    started("plannedAgain"),
    submitted("submittedAgain"),
    closed("verifiedAgain")
  ]
}

const problemOf = ({ cause: _, measure: __, ...problem }: FoundProblem) => problem

const ledgerSteps = (data: YearData): ReadonlyArray<YearStep> => {
  const [head, ...rest] = data.problems
  const problems = [problemOf(head), ...rest.map(problemOf)] as const
  return [
    ledger({ _tag: "OpenProblems", problems }, "problemsOpened", clerk),
    ...data.problems.flatMap((problem) => problem.units.flatMap((unit) => rectify(data, problem, unit)))
  ]
}

const register = (command: RegisterCommand): YearStep => ({ of: "register", command, actor: clerk, today: command.on })

const registerSteps = (book: RuleBook, roster: Roster, grading: Grading): ReadonlyArray<YearStep> => {
  const opens = on("registerOpens")
  const [there, later] = [
    roster.filter((unit) => existsOn(unit, opens)),
    roster.filter((unit) => !existsOn(unit, opens))
  ]
  const [first, ...rest] = grading.outcomes.flatMap((outcome) =>
    outcome._tag === "Graded" ? [{ unit: outcome.unit, level: outcome.level }] : []
  )
  return [
    register({ _tag: "OpenRegister", ladder: book.ladder, units: there, on: opens }),
    ...(first === undefined
      ? []
      : [
          register({
            _tag: "PutLevels",
            levels: [first, ...rest],
            on: on("levelsInForce"),
            source: grading.receipt.result
          })
        ]),
    ...later.map((unit) => register({ _tag: "FoundUnit", unit, on: unit.founded ?? opens }))
  ]
}

const numberFact = (unit: string, fact: string, value: Exact): Fact => ({
  unit,
  fact,
  value: { _tag: "Number", value }
})

/** The first assessment, as the round gave it. */
const firstOf = (grading: Grading, unit: string) => {
  const outcome = grading.outcomes.find((one) => one.unit === unit)
  return outcome?._tag !== "Graded"
    ? {}
    : {
        first: {
          level: outcome.level,
          total: outcome.total.decided,
          on: on("levelsInForce"),
          by: "2012 年评定",
          source: grading.receipt.result
        }
      }
}

const caseSteps = (book: RuleBook, grading: Grading, application: Application): ReadonlyArray<YearStep> => {
  const { unit, to, total, rate } = application
  const step = (command: CaseCommand, today: CalendarDate, actor: string): YearStep => ({
    of: "case",
    unit,
    command,
    actor,
    today
  })
  const secretary = `${unit} 书记`
  const apply = { _tag: "Apply", to, by: secretary, statement: "问题已整改", ...firstOf(grading, unit) } as const
  const opened = [
    step(apply, application.on, secretary),
    step({ _tag: "ExamineApplication", by: clerk }, application.on, clerk)
  ]
  const level = total === undefined ? undefined : bandOf(book.bands, total)?.level
  if (total === undefined || rate === undefined || level === undefined) return opened
  const assessment = { level, total, on: on("assessed"), by: assessors }
  return [
    ...opened,
    step({ _tag: "Reassess", assessment, facts: [numberFact(unit, "rate", rate)] }, on("assessed"), assessors),
    step({ _tag: "Decide", by: committee }, on("decided"), committee)
  ]
}

/** What follows for a case that was granted: the notice, the level in force, and the move in the register. */
export const grantedSteps = (unit: string, from: string, to: string): ReadonlyArray<YearStep> => {
  const notice = { _tag: "PublishNotice", from: on("noticeBegins"), until: on("noticeEnds") } as const
  const inForce = on("inForce")
  return [
    { of: "case", unit, command: notice, actor: clerk, today: on("noticeBegins") },
    { of: "case", unit, command: { _tag: "PutInForce" }, actor: clerk, today: inForce },
    register({ _tag: "MoveLevel", unit, from, to, on: inForce, case: `case-${unit}` })
  ]
}

/** The commands of the year up to the decisions on the applications, in order. */
export const yearSteps = (
  { data }: YearInputs,
  book: RuleBook,
  roster: Roster,
  grading: Grading
): ReadonlyArray<YearStep> => [
  ...registerSteps(book, roster, grading),
  ...ledgerSteps(data),
  ...data.applications.flatMap((application) => caseSteps(book, grading, application))
]
