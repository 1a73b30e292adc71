import { compareExact, type Exact, exactUnsafe, type Fault, type Id, type Tally } from "@zhengyou/core"
import type { TallyProblem } from "../errors.ts"
import type { Formula } from "../Formula.ts"
import type { Questionnaire, RespondentGroup } from "../Questionnaire.ts"
import type { Invited } from "../Satisfaction.ts"

/** The most ballots that one count may hold. */
const countLimit = 100_000_000

/** A box of ballots: whose it is, and the unit that it must not rate. */
export interface Box {
  readonly group: RespondentGroup
  readonly unit: Id | undefined
}

/** The boxes of a questionnaire by the id that a tally knows them by. */
export const boxesOf = (questionnaire: Questionnaire): ReadonlyMap<Id, Box> =>
  new Map(
    questionnaire.groups.flatMap(
      (group): ReadonlyArray<[Id, Box]> => [
        [group.id, { group, unit: undefined }],
        ...(group.parts ?? []).map(({ id, unit }): [Id, Box] => [id, { group, unit }])
      ]
    )
  )

type TallyFault = Fault<TallyProblem>

const twice = (ids: ReadonlyArray<string>, path: TallyFault["path"]): ReadonlyArray<TallyFault> =>
  ids.flatMap((id, i) =>
    ids.indexOf(id) === i ? [] : [{ path: [...path, i], problem: { _tag: "DuplicateId" as const, id } }]
  )

const duplicates = ({ subjects, scales, questions, groups }: Questionnaire): ReadonlyArray<TallyFault> => [
  ...twice(subjects, ["questionnaire", "subjects"]),
  ...twice(
    questions.map(({ id }) => id),
    ["questionnaire", "questions"]
  ),
  ...twice(
    groups.flatMap(({ id, parts }) => [id, ...(parts ?? []).map((part) => part.id)]),
    ["questionnaire", "groups"]
  ),
  ...twice(
    scales.map(({ id }) => id),
    ["questionnaire", "scales"]
  ),
  ...scales.flatMap((scale, i) =>
    twice(
      scale.choices.map(({ id }) => id),
      ["questionnaire", "scales", i, "choices"]
    )
  )
]

/** What a formula gives for a choice, if it gives anything. */
const pointsFor = (formula: Formula, choice: Id): Exact | undefined => {
  if (formula.points === "marks") return /^\d{1,9}$/.test(choice) ? exactUnsafe(choice) : undefined
  return Object.hasOwn(formula.points, choice) ? formula.points[choice] : undefined
}

const scaleFaults = (questionnaire: Questionnaire, formula: Formula): ReadonlyArray<TallyFault> => {
  const tooMany = (path: TallyFault["path"], points: Exact): ReadonlyArray<TallyFault> =>
    compareExact(points, formula.fullMarks) > 0 ? [{ path, problem: { _tag: "AboveFullMarks" } }] : []
  const asked = new Set(questionnaire.questions.map(({ scale }) => scale))
  const rated = questionnaire.scales.filter(({ id }) => asked.has(id)).flatMap(({ choices }) => choices)
  return [
    ...[...new Set(rated.flatMap(({ id, kind }) => (kind === "rated" ? [id] : [])))].flatMap((id) => {
      const points = pointsFor(formula, id)
      const path = ["points", id]
      return points === undefined
        ? [{ path, problem: { _tag: "NoPoints" as const, choice: id } }]
        : tooMany(path, points)
    }),
    ...(formula.neutral === "excluded" ? [] : tooMany(["neutral"], formula.neutral)),
    ...tooMany(["unanswered"], formula.unanswered)
  ]
}

/** What is wrong with a questionnaire, or with a formula for it: ids used twice, scales that are not there, choices without points. */
export const formulaFaults = (questionnaire: Questionnaire, formula: Formula): ReadonlyArray<TallyFault> => {
  const scales = new Set(questionnaire.scales.map(({ id }) => id))
  const known = (ids: object, name: "questions" | "groups"): ReadonlyArray<TallyFault> => {
    const there = new Set(questionnaire[name].map(({ id }) => id))
    const problem = (id: string): TallyProblem =>
      name === "groups" ? { _tag: "UnknownGroup", group: id } : { _tag: "UnknownQuestion", question: id }
    return Object.keys(ids).flatMap((id) => (there.has(id) ? [] : [{ path: [name, id], problem: problem(id) }]))
  }
  return [
    ...duplicates(questionnaire),
    ...questionnaire.questions.flatMap(
      ({ scale }, i): ReadonlyArray<TallyFault> =>
        scales.has(scale)
          ? []
          : [{ path: ["questionnaire", "questions", i, "scale"], problem: { _tag: "UnknownScale", scale } }]
    ),
    ...scaleFaults(questionnaire, formula),
    ...(formula.groups === "pooled" ? [] : known(formula.groups, "groups")),
    ...known(formula.floor?.groups ?? {}, "groups").map(({ path, problem }) => ({ path: ["floor", ...path], problem })),
    ...(formula.questions === undefined ? [] : known(formula.questions, "questions"))
  ]
}

/** What is wrong with counts: ids nobody knows, groups that may not rate, counts that are none. */
export const tallyFaults = (
  questionnaire: Questionnaire,
  tally: Tally,
  invited: ReadonlyArray<Invited>
): ReadonlyArray<TallyFault> => {
  const boxes = boxesOf(questionnaire)
  const subjects = new Set(questionnaire.subjects)
  const choices = new Map(
    questionnaire.questions.map(({ id, scale }) => [
      id,
      new Set(questionnaire.scales.find((s) => s.id === scale)?.choices.map((c) => c.id))
    ])
  )
  const faults: Array<TallyFault> = []
  const fault = (path: TallyFault["path"], problem: TallyProblem) => faults.push({ path, problem })
  const seen = new Set<string>()

  const vetCount = (path: TallyFault["path"], found: number) => {
    if (!Number.isInteger(found) || found < 0 || found > countLimit)
      fault(path, { _tag: "BadCount", found, limit: countLimit })
  }
  const vetCell = (path: TallyFault["path"], ids: ReadonlyArray<string>, subject: string, group: string) => {
    const box = boxes.get(group)
    if (!subjects.has(subject)) fault([...path, "subject"], { _tag: "UnknownSubject", subject })
    if (box === undefined) fault([...path, "group"], { _tag: "UnknownGroup", group })
    else if (box.group.subjects !== undefined && !box.group.subjects.includes(subject)) {
      fault([...path, "subject"], { _tag: "MayNotRate", group, subject })
    }
    const key = [path[0], ...ids].join("\n")
    if (seen.has(key)) fault(path, { _tag: "CountedTwice" })
    seen.add(key)
  }

  const ballots = new Map<string, number>()
  tally.returned.forEach((cell, i) => {
    vetCell(["returned", i], [cell.subject, cell.group], cell.subject, cell.group)
    vetCount(["returned", i, "ballots"], cell.ballots)
    ballots.set(`${cell.subject}\n${cell.group}`, cell.ballots)
  })
  const answers = new Map<string, { total: number; readonly at: number; readonly cell: string }>()
  tally.choices.forEach((cell, i) => {
    const { subject, group, question, choice } = cell
    vetCell(["choices", i], [subject, group, question, choice], subject, group)
    vetCount(["choices", i, "ballots"], cell.ballots)
    const known = choices.get(question)
    if (known === undefined) fault(["choices", i, "question"], { _tag: "UnknownQuestion", question })
    else if (!known.has(choice)) fault(["choices", i, "choice"], { _tag: "UnknownChoice", choice })
    const key = `${subject}\n${group}\n${question}`
    const sum = answers.get(key) ?? { total: 0, at: i, cell: `${subject}\n${group}` }
    sum.total += cell.ballots
    answers.set(key, sum)
  })
  for (const { total, at, cell } of answers.values()) {
    const returned = ballots.get(cell) ?? 0
    if (total > returned) fault(["choices", at], { _tag: "MoreAnswersThanBallots", answers: total, ballots: returned })
  }
  invited.forEach((cell, i) => {
    vetCell(["invited", i], [cell.subject, cell.group], cell.subject, cell.group)
    vetCount(["invited", i, "issued"], cell.issued ?? 0)
    vetCount(["invited", i, "due"], cell.due ?? 0)
  })
  return faults
}
