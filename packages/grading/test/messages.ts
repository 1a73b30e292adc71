import { DivisionByZero, dateUnsafe, exactUnsafe, type Named, NotADate, NotExact } from "@zhengyou/core"
import {
  type GradingMessage,
  InputsInvalid,
  NoSuchSheet,
  NothingToAmend,
  NoticeEndsBeforeItBegins,
  NoticeNotOver,
  OutcomesNotSettled,
  RoundInputsRefused,
  RoundInWrongPhase,
  RuleBookInvalid
} from "@zhengyou/grading"

const named = (id: string, zh: string, en: string): Named => ({ id, name: { "zh-CN": zh, en } })

const advanced = named("A", "先进", "Advanced")
const fair = named("B", "较好", "Fair")
const work = named("work", "中心工作", "Core work")
const experts = named("experts", "专家", "Experts")
const rate = named("rate", "满意率", "Satisfaction")
const rule = named("veto", "一票否决", "Veto")
const cited = [
  { fact: rate, op: "<", value: "0.9", found: { _tag: "Number", value: exactUnsafe("17/19") }, holds: true }
] as const
const x = exactUnsafe
const ref = { unit: "u7", panel: "p8", rater: "r9" }
const fault = { path: ["a"], problem: { _tag: "UnknownUnit", unit: "u7" } } as const
const [from, until, today] = [dateUnsafe("2012-04-10"), dateUnsafe("2012-04-16"), dateUnsafe("2012-04-12")]

/** One of every message, with what must be read in it whatever the language. */
export const samples: ReadonlyArray<readonly [GradingMessage, ReadonlyArray<string>]> = [
  [new NotExact({ found: "1e9" }), ["1e9"]],
  [new DivisionByZero({ dividend: "42" }), ["42", "0"]],
  [new NotADate({ found: "2012-02-30" }), ["2012-02-30", "2012-03-29"]],
  [{ _tag: "Missing" }, []],
  [{ _tag: "Unexpected" }, []],
  [{ _tag: "NotAllowed", expected: "a share from 0 to 1", found: "3/2" }, ["3/2", "0", "1"]],
  [{ _tag: "NotJson", line: 12, column: 34 }, ["12", "34"]],
  [{ _tag: "DuplicateKey", key: "bands" }, ["bands"]],
  [{ _tag: "Unreadable" }, []],
  [{ _tag: "NewerSchema", found: 31, known: 29 }, ["31", "29"]],
  [{ _tag: "WrongShape", faults: [{ path: ["grading", "book"], problem: { _tag: "Missing" } }] }, ["grading.book"]],
  [{ _tag: "ForbiddenKey", key: "__proto__" }, ["__proto__"]],
  [{ _tag: "LoneSurrogate" }, []],
  [{ _tag: "NotPlain", found: "function" }, ["function"]],
  [{ _tag: "TooDeep", limit: 64 }, ["64"]],
  [{ _tag: "TooLarge", limit: 5000 }, ["5000"]],
  [{ _tag: "UnknownFact", fact: "size", known: ["rate", "veto"] }, ["size", "rate", "veto"]],
  [{ _tag: "ValueDoesNotFit", fact: "size", type: "number", found: '"big"' }, ["size", '"big"']],
  [{ _tag: "OperatorDoesNotFit", op: "<", type: "flag", allowed: ["=", "!="] }, ["<", "=", "!="]],
  [{ _tag: "DuplicateId", id: "work", first: "criteria[3]" }, ["work", "criteria[3]"]],
  [{ _tag: "UnknownLevel", level: "E", known: ["A", "B"] }, ["E", "A", "B"]],
  [{ _tag: "UnknownCriterion", criterion: "style", known: ["work", "team"] }, ["style", "work", "team"]],
  [{ _tag: "MarksDiffer", stated: "100", computed: "95.5" }, ["100", "95.5"]],
  [{ _tag: "Unscored", criterion: "team" }, ["team"]],
  [{ _tag: "TrimsTooMuch", scores: 6 }, ["6", "onlyAbove"]],
  [{ _tag: "StepsNotLower", from: "0.8", above: "0.79" }, ["0.8", "0.79"]],
  [{ _tag: "PointsAboveMaximum", points: "12", maximum: "10" }, ["12", "10"]],
  [{ _tag: "SheetsNeedPanels" }, ["combine: panels"]],
  [{ _tag: "AdjustsCriterion", criterion: "style" }, ["style"]],
  [{ _tag: "NotANumberFact", fact: "veto", known: ["rate"] }, ["veto", "rate"]],
  [{ _tag: "NotALevelFact", fact: "size", known: ["before"] }, ["size", "before"]],
  [{ _tag: "FloorOnBest", level: "A4" }, ["A4"]],
  [{ _tag: "NoTotalRounding" }, ["rounding.total"]],
  [{ _tag: "BandOrder", level: "C7" }, ["C7"]],
  [{ _tag: "BandNotLower", from: "80.5", above: "79" }, ["80.5", "79"]],
  [{ _tag: "BandUnreachable", from: "101", fullMarks: "100" }, ["101", "100"]],
  [{ _tag: "CapOnLowest", level: "D4" }, ["D4"]],
  [{ _tag: "ReservedName", id: "score.mine" }, ["score.mine", "unit.", "score."]],
  [{ _tag: "BoundsOfNoNumber", fact: "size" }, ["size"]],
  [{ _tag: "ValidityEndsFirst", from: "2012-04-10", until: "2012-04-01" }, ["2012-04-10", "2012-04-01"]],
  [{ _tag: "FactOutOfRange", fact: "rate", found: "95", minimum: "0.1", maximum: "1.5" }, ["rate", "95", "0.1", "1.5"]],
  [{ _tag: "BookNotInForce", asOf: today, from, until }, ["2012-04-12", "2012-04-10", "2012-04-16"]],
  [{ _tag: "UnitTwice", unit: "u7", first: 2 }, ["u7", "units[2]"]],
  [{ _tag: "UnknownUnit", unit: "u7" }, ["u7"]],
  [{ _tag: "UnknownPanel", panel: "jury", known: ["self", "experts"] }, ["jury", "self", "experts"]],
  [{ _tag: "NotScoredByPanel", criterion: "style", panel: "self", allowed: ["work"] }, ["style", "self", "work"]],
  [
    {
      _tag: "MarkNotAllowed",
      criterion: "work",
      found: "100.5",
      allowed: { _tag: "Numbers", from: x(0), to: x(100), whole: false }
    },
    ["work", "100.5", "0", "100"]
  ],
  [{ _tag: "UnknownGroup", group: "guests", panel: "jury", known: ["staff"] }, ["guests", "jury", "staff"]],
  [{ _tag: "UnknownAdjustment", adjustment: "gift", known: ["prize"] }, ["gift", "prize"]],
  [{ _tag: "AwardTwice", unit: "u7", adjustment: "prize", item: "cup", first: 2 }, ["u7", "prize", "cup", "awards[2]"]],
  [{ _tag: "SheetTwice", ...ref, first: 3 }, ["u7", "p8", "r9", "sheets[3]"]],
  [{ _tag: "UndeclaredFact", fact: "size", known: ["rate"] }, ["size", "rate"]],
  [{ _tag: "FactOfOtherType", fact: "rate", type: "number", found: "true" }, ["rate", "true"]],
  [{ _tag: "UnknownLevelFact", fact: "before", found: "E5", known: ["A", "B"] }, ["before", "E5", "A", "B"]],
  [{ _tag: "FactTwice", unit: "u7", fact: "rate", first: 4 }, ["u7", "rate", "facts[4]"]],
  [{ _tag: "AlreadySubmitted", ...ref }, ["u7", "p8", "r9"]],
  [{ _tag: "AssignedTwice", panel: "p8", rater: "r9", first: 3 }, ["p8", "r9", "3"]],
  [{ _tag: "NotAssigned", ...ref }, ["u7", "p8", "r9"]],
  [{ _tag: "PanelMissing", panel: experts, criterion: work, scored: 2, needed: 3, counts: "zero" }, ["2", "3", "0"]],
  [{ _tag: "CriterionMissing", criterion: work, counts: "block" }, []],
  [{ _tag: "PanelTotalMissing", panel: experts, scored: 2, needed: 3, counts: "exclude" }, ["2", "3"]],
  [{ _tag: "SheetsSetAside", panel: experts, recused: 4, spoilt: 6 }, ["4", "6"]],
  [{ _tag: "Adjusted", adjustment: rule, kind: "bonus", given: x(7), counted: x(5) }, ["7.00", "5.00"]],
  [{ _tag: "Recognised", rule, level: advanced, cited }, ["0.8947", "0.9"]],
  [{ _tag: "NothingToScore" }, []],
  [{ _tag: "GateFroze", gate: rule, from: advanced, to: fair, fact: rate, cited }, ["0.8947", "0.9"]],
  [
    {
      _tag: "PointsShort",
      level: advanced,
      total: x("89.996"),
      needed: x(90),
      strict: true,
      short: x("0.004"),
      raises: [{ lever: work, from: x(50), by: x("0.005") }]
    },
    ["89.996", "90", "0.004", "0.005"]
  ],
  [{ _tag: "OutOfReach", level: advanced, total: x(60), needed: x(90) }, ["60.00", "90"]],
  [{ _tag: "NoBand", level: advanced }, []],
  [
    { _tag: "SeatsShort", level: advanced, seats: 11, place: 13, short: 2, lastKept: x("91.4") },
    ["11", "13", "2", "91.4"]
  ],
  [
    {
      _tag: "LiftTo",
      level: advanced,
      needed: x("91.505"),
      strict: true,
      short: x("0.106"),
      raises: [{ lever: rule, from: x(94), by: x("0.15") }],
      clear: [rule]
    },
    ["91.505", "0.106", "0.15"]
  ],
  [
    {
      _tag: "NoLift",
      level: advanced,
      top: x("91.505"),
      held: [{ _tag: "OutOfReach", level: advanced, total: x("91.505"), needed: x(93) }],
      clear: [rule]
    },
    ["91.505", "93"]
  ],
  [
    {
      _tag: "MarkFlips",
      panel: rule,
      rater: "R1",
      criterion: rule,
      from: x(95),
      to: x("95.01"),
      by: x("0.01"),
      result: { outcome: "Graded", level: advanced }
    },
    ["R1", "95", "95.01"]
  ],
  [{ _tag: "SheetFlips", panel: rule, rater: "R1", result: { outcome: "Blocked" } }, ["R1"]],
  [
    {
      _tag: "WeightFlips",
      of: rule,
      from: x("0.4"),
      to: x("0.41"),
      by: x("0.01"),
      result: { outcome: "Graded", level: advanced }
    },
    ["0.4", "0.41"]
  ],
  [{ _tag: "FactMissing", rule, fact: rate }, []],
  [{ _tag: "NotEligible", rule, cited }, ["0.8947", "<", "0.9"]],
  [
    { _tag: "InBand", level: fair, total: x("89.996"), from: x(80), next: { level: advanced, from: x(90) } },
    ["89.996", "80", "90"]
  ],
  [{ _tag: "BelowBands", total: x("59.999"), lowest: x(60) }, ["59.999", "60"]],
  [{ _tag: "GateLowered", gate: rule, from: advanced, to: fair, cited }, ["0.8947", "0.9"]],
  [{ _tag: "GateExcluded", gate: rule, cited }, ["0.8947", "0.9"]],
  [
    {
      _tag: "QuotaPushed",
      kind: "cap",
      from: advanced,
      to: fair,
      seats: 11,
      candidates: 14,
      place: 12,
      total: x("91.399"),
      lastKept: x("91.401"),
      tied: true,
      byLot: false
    },
    ["11", "14", "12", "91.40", "91.401"]
  ],
  [{ _tag: "KeptByTie", level: advanced, seats: 11, kept: 13, total: x("91.5"), byLot: false }, ["11", "13", "91.50"]],
  [
    { _tag: "TiedAtQuota", level: advanced, seats: 11, tied: 4, total: x("91.5"), wantsLots: true },
    ["11", "4", "91.50"]
  ],
  [
    new RuleBookInvalid({
      faults: [fault, fault].map(({ path }) => ({ path, problem: { _tag: "Missing" as const } }))
    }),
    ["2"]
  ],
  [new InputsInvalid({ faults: [fault, fault, fault] }), ["3"]],
  [new RoundInputsRefused({ faults: [fault, fault] }), ["2"]],
  [new RoundInWrongPhase({ command: "GradeRound", phase: "open", allowed: ["sealed"] }), []],
  [new NoSuchSheet(ref), ["u7", "p8", "r9"]],
  [new OutcomesNotSettled({ units: ["u7", "u8"] }), ["u7", "u8"]],
  [new NoticeNotOver({ until, today }), ["2012-04-16", "2012-04-12"]],
  [new NoticeEndsBeforeItBegins({ from, until }), ["2012-04-10", "2012-04-16"]],
  [new NothingToAmend({}), []]
]
