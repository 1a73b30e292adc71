import { type Decider, dateUnsafe, exactUnsafe, replay } from "@zhengyou/core"
import { type Pledge, type PledgeContext, type PledgePolicy, parsePledgePolicy } from "@zhengyou/pledges"
import { Result } from "effect"

export const d = dateUnsafe
export const x = exactUnsafe

const error = (field: string, principle: string) => ({ field, principle, severity: "error" })
const checks = (severity: string, ...names: ReadonlyArray<string>) => names.map((check) => ({ check, severity }))

const kind = (categories: ReadonlyArray<readonly [string, string]>) => ({
  categories: categories.map(([id, name]) => ({ id, name })),
  required: [
    error("category", "targeted"),
    error("measures", "feasible"),
    error("target", "effective"),
    error("number", "effective"),
    error("baseline", "effective"),
    error("verification", "effective"),
    error("deadline", "feasible"),
    error("owner", "feasible"),
    { field: "basis", principle: "targeted", severity: "warning" }
  ],
  perPledger: 3,
  perOwner: 2,
  content: { minimum: 10, maximum: 300 },
  measure: { maximum: 100 }
})

/** The bands of a pledge check of 2011: 好 from 95, 中 from 80, 差 below. */
export const evaluationInput = {
  full: 100,
  weights: { self: 0, inspection: "0.6", public: "0.4" },
  missing: "block" as "block" | "renormalise",
  decideOn: "exact" as "exact" | { readonly mode: string; readonly digits: number },
  bands: [
    { level: { id: "good", name: "好" }, from: 95 },
    { level: { id: "fair", name: "中" }, from: 80 },
    { level: { id: "poor", name: "差" }, from: 0 }
  ],
  excused: "leaveOut" as const
}

/** A policy with the five categories of a branch, every check, and a rule of the host. */
export const policyInput = {
  format: "zhengyou/pledge-policy@1",
  id: "pledges-2012",
  version: "1",
  title: "2012 年公开承诺工作办法",
  cycle: { from: "2012-01-01", until: "2012-12-31", publishBy: "2012-03-31" },
  kinds: {
    branch: kind([
      ["development", "推动科学发展的重大事项"],
      ["harmony", "促进学校和谐的重要举措"],
      ["service", "服务群众的重点项目"],
      ["branch", "加强党支部的重点工作"],
      ["interests", "关系群众切身利益的重要事项"]
    ]),
    unit: kind([["service", "服务承诺"]]),
    member: kind([["example", "岗位表率"]])
  },
  principles: {
    advanced: checks("error", "TargetNotBetter", "TargetOnlyHolds", "OrdinaryDuty", "Slogan", "Copied"),
    targeted: checks("error", "CategoryUnknown", "BasisUnknown", "HiddenText"),
    feasible: [
      ...checks("error", "DeadlineOutsideCycle", "TooManyOfPledger", "TooManyOfOwner"),
      ...checks("warning", "DeadlineOnRestDay", "ContentTooShort", "ContentTooLong", "MeasureTooLong")
    ],
    effective: [
      ...checks("error", "NoBaseline", "VagueWording"),
      ...checks("warning", "BaselineUnsourced", "NoMeasure", "NoTime", "NoEvidence")
    ]
  },
  copies: { threshold: "0.8", nearest: 3 },
  facts: [{ id: "online", name: { "zh-CN": "有网页", en: "has a page" }, type: "flag" }],
  rules: [
    {
      id: "page",
      name: { "zh-CN": "支部有网页", en: "the branch has a page" },
      principle: "feasible",
      severity: "note",
      kinds: ["branch"],
      require: { fact: "online", op: "=", value: true, ifUnknown: true },
      suggestion: { "zh-CN": "请先开通网页", en: "open a page first" }
    }
  ],
  evaluation: evaluationInput
}

export const parsed = (input: unknown): PledgePolicy => Result.getOrThrow(parsePledgePolicy(input))

export const policy = parsed(policyInput)

/** A pledge in which the review finds nothing. */
export const sound: Pledge = {
  id: "p1",
  pledger: { kind: "branch", id: "z07", name: "机关第七支部", unit: "z07" },
  category: "service",
  content: "6月底前把学生证补办由5个工作日缩短到2个工作日，补办时间在公示栏公布。",
  measures: ["补办窗口每周一至周五开放，每天登记补办时间。"],
  target: {
    indicator: "补办时间",
    unit: "工作日",
    direction: "lower",
    baseline: { value: x(5), source: "2011 年窗口登记簿" },
    value: x(2)
  },
  verification: "由学生会查登记簿确认",
  term: { on: d("2012-06-29") },
  owner: "副书记",
  basis: [{ kind: "feedback", id: "f12" }],
  urgentPosts: [],
  visibility: { _tag: "Public" }
}

/** A draft as they come in: a slogan, with nothing else. */
export const empty: Pledge = {
  id: "p1",
  pledger: sound.pledger,
  content: "进一步加强作风建设，努力提高服务水平，不断创新工作。",
  measures: [],
  basis: [],
  urgentPosts: [],
  visibility: { _tag: "Public" }
}

export const context: PledgeContext = {
  today: d("2012-03-01"),
  calendar: [
    {
      year: 2012,
      source: "国办发明电〔2011〕45号",
      holidays: ["2012-04-02", "2012-04-03", "2012-04-04"].map(d),
      workdays: ["2012-03-31", "2012-04-01"].map(d)
    }
  ],
  others: [],
  earlier: [],
  bases: [{ kind: "feedback", id: "f12" }],
  facts: [],
  policy,
  suspensions: []
}

/** A decider that is told commands one after the other, each with its context. */
export const told = <S, C, E extends { readonly _tag: string }, R, X>(decider: Decider<S, C, E, R, X>) => {
  let state = decider.initial
  const events: Array<E> = []
  const tell = (command: C, world: X): Result.Result<ReadonlyArray<E>, R> => {
    const decided = decider.decide(state, command, world)
    if (Result.isSuccess(decided)) {
      events.push(...decided.success)
      state = replay({ initial: state, evolve: decider.evolve }, decided.success)
    }
    return decided
  }
  return {
    /** Must be accepted. */
    ok: (command: C, world: X): ReadonlyArray<E> => Result.getOrThrow(tell(command, world)),
    /** Must be refused. */
    no: (command: C, world: X): R => Result.getOrThrow(Result.flip(tell(command, world))),
    tell,
    state: () => state,
    events
  }
}
