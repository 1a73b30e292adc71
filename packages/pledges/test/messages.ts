import { DivisionByZero, type Named, NotADate, NotExact } from "@zhengyou/core"
import {
  AmendmentUnanswered,
  AmendmentWaits,
  ChannelNotAllowed,
  DeadlineHasPassed,
  DeadlineStillRuns,
  EvaluationRefused,
  EvidenceMissing,
  ExplanationMissing,
  FindingsOutstanding,
  InspectionRefused,
  JudgesOwnPledge,
  NoAmendment,
  NoDeadline,
  OtherPledge,
  PledgeInWrongPhase,
  type PledgesMessage,
  PolicyInvalid,
  RequiredField
} from "@zhengyou/pledges"
import { d } from "./support.ts"

const named = (id: string, zh: string, en: string): Named => ({ id, name: { "zh-CN": zh, en } })

const [from, until, today] = [d("2012-01-01"), d("2012-12-31"), d("2012-07-02")]
const pledge = "p1"
const online = named("online", "有网页", "has a page")
const rule = named("page", "支部有网页", "the branch has a page")
const finding = {
  principle: "feasible",
  severity: "error",
  path: ["owner"],
  problem: { _tag: "FieldMissing", field: "owner" }
} as const

const twoFaults = <P>(problem: P) => [
  { path: ["a"], problem },
  { path: ["b"], problem }
]

/** One of every message of core, with what must be read in it whatever the language. */
export const coreSamples: ReadonlyArray<readonly [PledgesMessage, ReadonlyArray<string>]> = [
  [new NotExact({ found: "1e9" }), ["1e9"]],
  [new DivisionByZero({ dividend: "42" }), ["42", "0"]],
  [new NotADate({ found: "2012-02-30" }), ["2012-02-30"]],
  [{ _tag: "Missing" }, []],
  [{ _tag: "Unexpected" }, []],
  [{ _tag: "NotAllowed", expected: "a text of 1 to 20000 characters", found: '""' }, ['""', "20000"]],
  [{ _tag: "NotJson", line: 12, column: 34 }, ["12", "34"]],
  [{ _tag: "DuplicateKey", key: "cycle" }, ["cycle"]],
  [{ _tag: "Unreadable" }, []],
  [{ _tag: "NewerSchema", found: 31, known: 29 }, ["31", "29"]],
  [{ _tag: "WrongShape", faults: [{ path: ["cycle", "from"], problem: { _tag: "Missing" } }] }, ["cycle.from"]],
  [{ _tag: "ForbiddenKey", key: "__proto__" }, ["__proto__"]],
  [{ _tag: "LoneSurrogate" }, []],
  [{ _tag: "NotPlain", found: "function" }, ["function"]],
  [{ _tag: "TooDeep", limit: 64 }, ["64"]],
  [{ _tag: "TooLarge", limit: 5000 }, ["5000"]],
  [{ _tag: "UnknownFact", fact: "size", known: ["online"] }, ["size", "online"]],
  [{ _tag: "ValueDoesNotFit", fact: "size", type: "number", found: '"big"' }, ["size", '"big"']],
  [{ _tag: "OperatorDoesNotFit", op: "<", type: "flag", allowed: ["=", "!="] }, ["<", "=", "!="]]
]

const span = { from: 4, to: 6 }

/** Every field that can be missing, since each has a text of its own. */
const missing = RequiredField.literals.map((field) => [{ _tag: "FieldMissing", field }, []] as const)

/** Every message of pledges, with what must be read in it whatever the language. */
export const samples: ReadonlyArray<readonly [PledgesMessage, ReadonlyArray<string>]> = [
  ...missing,
  [
    { _tag: "TargetNotBetter", indicator: "补办时间", direction: "lower", baseline: "5", value: "6" },
    ["补办时间", "5", "6"]
  ],
  [{ _tag: "TargetOnlyHolds", indicator: "补办时间" }, ["补办时间"]],
  [{ _tag: "CategoryUnknown", category: "other", known: [named("s", "服务", "service")] }, ["other"]],
  [{ _tag: "BasisUnknown", kind: "feedback", id: "f13" }, ["f13"]],
  [{ _tag: "DeadlineOutsideCycle", due: d("2013-01-31"), from, until }, ["2013-01-31", "2012-01-01", "2012-12-31"]],
  [
    { _tag: "DeadlineOnRestDay", due: d("2012-04-03"), before: d("2012-04-01"), after: d("2012-04-05") },
    ["2012-04-03", "2012-04-01", "2012-04-05"]
  ],
  [{ _tag: "TooManyOfPledger", count: 4, allowed: 3 }, ["4", "3"]],
  [{ _tag: "TooManyOfOwner", owner: "A7", count: 3, allowed: 2 }, ["A7", "3", "2"]],
  [{ _tag: "BaselineUnsourced", indicator: "补办时间" }, ["补办时间"]],
  [{ _tag: "ContentTooShort", length: 8, minimum: 10 }, ["8", "10"]],
  [{ _tag: "ContentTooLong", length: 301, maximum: 300 }, ["301", "300"]],
  [{ _tag: "MeasureTooLong", length: 101, maximum: 100 }, ["101", "100"]],
  [
    {
      _tag: "RuleNotMet",
      rule,
      cited: [{ fact: online, op: "=", value: "true", found: { _tag: "Flag", value: false }, holds: false }],
      suggestion: { "zh-CN": "请先开通网页", en: "open a page first" }
    },
    []
  ],
  [{ _tag: "RuleNotKnown", rule, cited: [{ fact: online, op: "=", value: "true" }] }, []],
  [{ _tag: "HiddenText", kind: "zeroWidth", span, count: 7 }, ["5", "7"]],
  [{ _tag: "VagueWording", span, words: "加强" }, ["加强"]],
  [{ _tag: "Slogan", span, words: "勇争一流" }, ["勇争一流"]],
  [{ _tag: "OrdinaryDuty", span, words: "按时上下班" }, ["按时上下班"]],
  [{ _tag: "NoMeasure", span }, ["12"]],
  [{ _tag: "NoBaseline", span, words: "比去年" }, ["比去年"]],
  [{ _tag: "NoTime", span }, []],
  [{ _tag: "NoEvidence", span }, []],
  [{ _tag: "Copied", of: "p3", among: "earlier", shared: 22, total: 23, copies: 4 }, ["p3", "95", "4"]],
  [new PolicyInvalid({ faults: twoFaults({ _tag: "IdTwice", id: "page" }) }), ["2"]],
  [{ _tag: "IdTwice", id: "page" }, ["page"]],
  [{ _tag: "NameReserved", id: "pledge.own" }, ["pledge.own"]],
  [{ _tag: "CycleEndsFirst", from: until, until: from }, ["2012-12-31", "2012-01-01"]],
  [{ _tag: "PublishByOutsideCycle", publishBy: d("2013-01-01"), from, until }, ["2013-01-01", "2012-12-31"]],
  [{ _tag: "CheckTwice", check: "Slogan", first: "advanced" }, ["Slogan"]],
  [{ _tag: "FieldTwice", field: "owner" }, ["owner"]],
  [{ _tag: "LengthsReversed", minimum: 20, maximum: 10 }, ["20", "10"]],
  [{ _tag: "WeightNegative", part: "self", weight: "-1" }, ["-1"]],
  [{ _tag: "WeightsAllNought" }, []],
  [{ _tag: "BandsNotDescending", level: "fair", from: "95", above: "90" }, ["fair", "95", "90"]],
  [{ _tag: "LowestBandAboveNought", level: "poor", from: "60" }, ["poor", "60", "0"]],
  [{ _tag: "BandBeyondFull", level: "good", from: "101", full: "100" }, ["good", "101", "100"]],
  [{ _tag: "FullNotPositive", full: "-100" }, ["-100"]],
  [
    new PledgeInWrongPhase({ pledge, command: "VerifyPledge", phase: "approved", allowed: ["published", "reported"] }),
    ["p1"]
  ],
  [new OtherPledge({ of: "pledge", opened: "p1", given: "p2" }), ["p1", "p2"]],
  [new JudgesOwnPledge({ pledge, by: "A7", command: "VerifyPledge" }), ["p1", "A7"]],
  [new FindingsOutstanding({ pledge, findings: [finding, finding] }), ["p1", "2"]],
  [new NoDeadline({ pledge }), ["p1"]],
  [new DeadlineHasPassed({ pledge, due: d("2012-06-29"), today }), ["p1", "2012-06-29", "2012-07-02"]],
  [
    new ChannelNotAllowed({
      pledge,
      visibility: { _tag: "OralOnly", why: "年老体弱" },
      channel: "website",
      allowed: ["meeting", "oral"]
    }),
    ["p1"]
  ],
  [new AmendmentWaits({ pledge }), ["p1"]],
  [new AmendmentUnanswered({ pledge }), ["p1"]],
  [new NoAmendment({ pledge }), ["p1"]],
  [new EvidenceMissing({ pledge }), ["p1"]],
  [new DeadlineStillRuns({ pledge, due: d("2012-09-28"), today }), ["p1", "2012-09-28", "2012-07-02"]],
  [new ExplanationMissing({ pledge }), ["p1"]],
  [new EvaluationRefused({ faults: twoFaults({ _tag: "NoWeightLeft" }) }), ["2"]],
  [{ _tag: "ScoreMissing", part: "public" }, []],
  [{ _tag: "ScoreOutOfRange", score: "101", full: "100" }, ["101", "100"]],
  [{ _tag: "NoWeightLeft" }, []],
  [{ _tag: "PartWeightNegative", id: "p1a", weight: "-1" }, ["p1a", "-1"]],
  [{ _tag: "PartTwice", id: "p1a" }, ["p1a"]],
  [{ _tag: "NestedTooDeep", limit: 20 }, ["20"]],
  [new InspectionRefused({ faults: twoFaults({ _tag: "UnitTwice", unit: "z07" }) }), ["2"]],
  [{ _tag: "RoundEndsFirst", from: until, until: from }, ["2012-12-31", "2012-01-01"]],
  [{ _tag: "UnitNotOnRoster", unit: "z09" }, ["z09"]],
  [{ _tag: "UnitTwice", unit: "z07" }, ["z07"]],
  [{ _tag: "UnitNotInRound", unit: "z09" }, ["z09"]],
  [{ _tag: "VisitOutsideRound", unit: "z07", on: d("2013-01-07"), from, until }, ["z07", "2013-01-07", "2012-12-31"]],
  [{ _tag: "InspectsItself", unit: "z07" }, ["z07"]],
  [{ _tag: "FindingTwice", finding: "f1" }, ["f1"]]
]
