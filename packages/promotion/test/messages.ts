import { type Deadline, DivisionByZero, dateUnsafe, exactUnsafe, type Named, NotADate, NotExact } from "@zhengyou/core"
import {
  AccountsDoNotClose,
  AssessmentOffLadder,
  CaseInWrongPhase,
  DatesReversed,
  DeadlineHasPassed,
  EntryInWrongState,
  JudgesOwnCase,
  LedgerLinesRefused,
  LevelChangedSince,
  LevelsRefused,
  MoreLeaveThanThere,
  NoLongerMet,
  NoSuchEntry,
  NoSuchLevel,
  NotDecidable,
  NothingToApplyFor,
  NoticeDatesWrong,
  NoticeStillRuns,
  ObjectionTooLate,
  OtherCase,
  ProblemsRefused,
  PromotionInputsRefused,
  type PromotionMessage,
  RegisterIsOpen,
  RegisterNotOpen,
  RulesInvalid,
  SurveyRefused,
  VerifiesOwnWork
} from "@zhengyou/promotion"

const d = dateUnsafe
const named = (id: string, zh: string, en: string): Named => ({ id, name: { "zh-CN": zh, en } })

const advanced = named("advanced", "先进", "Advanced")
const good = named("good", "良好", "Good")
const ordinary = named("ordinary", "一般", "Ordinary")
const requirement = named("rate", "满意率不低于 80%", "satisfaction of at least 80 %")
const rate = named("rate", "满意率", "satisfaction")
const cited = [
  { fact: rate, op: ">=", value: "0.8", found: { _tag: "Number", value: exactUnsafe("0.795") }, holds: false }
] as const
const unknown = [{ fact: rate, op: ">=", value: "0.8" }] as const
const line = { problem: "p1", unit: "z07" }
const [from, until, today] = [d("2012-10-01"), d("2012-10-31"), d("2012-11-05")]
const deadline: Deadline = {
  from: d("2012-04-16"),
  term: { workingDays: 10, first: "next" },
  due: d("2012-05-02"),
  daysOff: [d("2012-04-30"), d("2012-05-01")],
  workedWeekends: [d("2012-04-28")],
  suspended: [],
  unannounced: []
}
const entry = {
  ...line,
  status: "inProgress",
  opened: d("2012-04-16"),
  plans: [{ cause: "换届", measures: ["补选"], owner: "支部书记", deadline }],
  doers: ["支部书记"],
  reopened: []
} as const
const reason = { _tag: "NotMet", requirement, cited } as const
const known = ["advanced", "good"]

/** The same fault in two places. */
const twoFaults = <const P>(problem: P) => [
  { path: ["a", 0], problem },
  { path: ["a", 1], problem }
]

/** Messages of core, as promotion passes them on: told on no page of its own. */
export const coreSamples: ReadonlyArray<readonly [PromotionMessage, ReadonlyArray<string>]> = [
  [new NotExact({ found: "1e9" }), ["1e9"]],
  [new DivisionByZero({ dividend: "42" }), ["42", "0"]],
  [new NotADate({ found: "2012-02-30" }), ["2012-02-30"]],
  [{ _tag: "Missing" }, []],
  [{ _tag: "Unexpected" }, []],
  [{ _tag: "NotAllowed", expected: "a whole number from 1 to 1200", found: "0" }, ["0", "1200"]],
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
  [{ _tag: "UnknownFact", fact: "size", known: ["rate"] }, ["size", "rate"]],
  [{ _tag: "ValueDoesNotFit", fact: "size", type: "number", found: '"big"' }, ["size", '"big"']],
  [{ _tag: "OperatorDoesNotFit", op: "<", type: "flag", allowed: ["=", "!="] }, ["<", "=", "!="]]
]

/** One of every message of promotion, with what must be read in it whatever the language. */
export const samples: ReadonlyArray<readonly [PromotionMessage, ReadonlyArray<string>]> = [
  [new SurveyRefused({ faults: twoFaults({ _tag: "UnknownUnit", unit: "z09" }) }), ["2"]],
  [{ _tag: "UnknownUnit", unit: "z09" }, ["z09"]],
  [{ _tag: "SurveyedTwice", unit: "z07", first: 3 }, ["z07", "records[3]"]],
  [{ _tag: "UnknownAspect", aspect: "funds", known: ["team", "rules"] }, ["funds", "team", "rules"]],
  [{ _tag: "AspectTwice", aspect: "team" }, ["team"]],
  [{ _tag: "AspectMissing", unit: "z07", aspect: named("team", "支委班子", "committee") }, ["z07"]],
  [new ProblemsRefused({ faults: twoFaults({ _tag: "ProblemExists", problem: "p1" }) }), ["2"]],
  [{ _tag: "ProblemExists", problem: "p1" }, ["p1"]],
  [{ _tag: "ProblemUnitTwice", unit: "z07" }, ["z07"]],
  [{ _tag: "NotOneUnit", problem: "p1", units: 3 }, ["p1", "3"]],
  [{ _tag: "NotSeveralUnits", problem: "p1" }, ["p1"]],
  [new NoSuchEntry(line), ["p1", "z07"]],
  [
    new EntryInWrongState({ ...line, command: "CloseRectification", status: "inProgress", allowed: ["submitted"] }),
    ["p1", "z07"]
  ],
  [new VerifiesOwnWork({ ...line, verifier: "A7", isOwner: true }), ["p1", "z07", "A7"]],
  [new DeadlineHasPassed({ ...line, due: from, today }), ["2012-10-01", "2012-11-05"]],
  [new RegisterNotOpen({}), []],
  [new RegisterIsOpen({}), []],
  [new LevelsRefused({ faults: twoFaults({ _tag: "UnitExists", unit: "z07" }) }), ["2"]],
  [{ _tag: "UnitExists", unit: "z07" }, ["z07"]],
  [{ _tag: "UnitNotThere", unit: "z07", on: today }, ["z07", "2012-11-05"]],
  [{ _tag: "NotOnLadder", level: "best", known }, ["best", "advanced", "good"]],
  [{ _tag: "NotInForce", unit: "z07", from: "good", inForce: "ordinary" }, ["z07", "good", "ordinary"]],
  [{ _tag: "NotAfterLatest", unit: "z07", on: from, latest: until }, ["z07", "2012-10-01", "2012-10-31"]],
  [{ _tag: "NoMove", unit: "z07", level: "good" }, ["z07", "good"]],
  [{ _tag: "NamedTwice", unit: "z07" }, ["z07"]],
  [{ _tag: "MergesIntoItself", unit: "z07" }, ["z07"]],
  [new AccountsDoNotClose({ faults: twoFaults({ _tag: "ThereBefore", unit: "z07" }) }), ["2"]],
  [{ _tag: "ListedTwice", unit: "z07" }, ["z07"]],
  [{ _tag: "LevelUnknown", unit: "z07", level: "best" }, ["z07", "best"]],
  [{ _tag: "NotThereBefore", unit: "z07" }, ["z07"]],
  [{ _tag: "ThereBefore", unit: "z07" }, ["z07"]],
  [{ _tag: "MoveNotFromInForce", unit: "z07", from: "good", inForce: "ordinary" }, ["z07", "good", "ordinary"]],
  [{ _tag: "ChangedTwice", unit: "z07" }, ["z07"]],
  [{ _tag: "MissingAfter", unit: "z07", level: "good" }, ["z07", "good"]],
  [{ _tag: "UnaccountedFor", unit: "z07", level: "good" }, ["z07", "good"]],
  [{ _tag: "LevelDiffers", unit: "z07", expected: "advanced", found: "good" }, ["z07", "advanced", "good"]],
  [new DatesReversed({ from: until, to: from }), ["2012-10-31", "2012-10-01"]],
  [new MoreLeaveThanThere({ level: good, units: 22, leaving: 23 }), ["22", "23"]],
  [new NoSuchLevel({ level: "best", known }), ["best", "advanced", "good"]],
  [new RulesInvalid({ faults: twoFaults({ _tag: "IdTaken", id: "closed" }) }), ["2"]],
  [{ _tag: "IdTaken", id: "closed" }, ["closed"]],
  [{ _tag: "LevelNotOnLadder", level: "best", known }, ["best", "advanced", "good"]],
  [{ _tag: "NameReserved", id: "level.mine" }, ["level.mine", "unit.", "problems."]],
  [{ _tag: "PeriodEndsFirst", from: until, until: from }, ["2012-10-31", "2012-10-01"]],
  [{ _tag: "WindowOutsideCycle", from, until }, ["2012-10-31", "2012-10-01"]],
  [{ _tag: "GuardsLowest", level: "poor" }, ["poor"]],
  [{ _tag: "TargetOnBest", level: "advanced" }, ["advanced"]],
  [{ _tag: "ShareOutOfRange", share: "1.5" }, ["1.5", "0", "1"]],
  [{ _tag: "NoLevel" }, []],
  [{ _tag: "HasLevelAlready", level: good }, []],
  [{ _tag: "StepsTooMany", from: ordinary, to: advanced, steps: 2, allowed: 1 }, ["2", "1"]],
  [{ _tag: "OutsideWindow", today, from, until }, ["2012-10-01", "2012-10-31", "2012-11-05"]],
  [{ _tag: "MovesUsedUp", moves: 2, allowed: 1 }, ["2", "1"]],
  [{ _tag: "Frozen", demotedOn: from, until }, ["2012-10-01", "2012-10-31"]],
  [reason, ["0.795", "0.8"]],
  [{ _tag: "NotKnown", requirement, cited: unknown }, ["0.8"]],
  [{ _tag: "NoDemotion" }, []],
  [{ _tag: "NoGround", grounds: [requirement] }, ["80"]],
  [
    { _tag: "CloseProblem", entry, title: { "zh-CN": "制度不全", en: "rules are incomplete" } },
    ["支部书记", "2012-05-02", "10"]
  ],
  [
    {
      _tag: "GainPoints",
      needed: exactUnsafe(90),
      strict: true,
      short: exactUnsafe("2.5"),
      raises: [{ lever: requirement, by: exactUnsafe("3.25") }]
    },
    ["90", "2.5", "+3.25"]
  ],
  [{ _tag: "ClimbInMoves", levels: [good, advanced], movesPerCycle: 1, cycles: 2 }, ["2", "1"]],
  [new CaseInWrongPhase({ command: "Decide", phase: "admitted", allowed: ["reassessed"] }), []],
  [new NothingToApplyFor({ unit: "z07", to: "advanced", known }), ["z07", "advanced"]],
  [new OtherCase({ of: "rules", opened: "r 1", given: "r 2" }), ["r 1", "r 2"]],
  [new JudgesOwnCase({ by: "A7", as: "applicant" }), ["A7"]],
  [new AssessmentOffLadder({ level: "best", known }), ["best", "advanced"]],
  [new NotDecidable({ reasons: [reason, reason] }), ["2"]],
  [new NoLongerMet({ reasons: [reason] }), ["1"]],
  [new LevelChangedSince({ unit: "z07", from: "good", inForce: "ordinary" }), ["z07", "good", "ordinary"]],
  [new NoticeDatesWrong({ from, until, today }), ["2012-10-01", "2012-10-31", "2012-11-05"]],
  [new NoticeStillRuns({ until, today }), ["2012-10-31", "2012-11-05"]],
  [new ObjectionTooLate({ from, until, today }), ["2012-10-01", "2012-10-31", "2012-11-05"]],
  [new LedgerLinesRefused({ faults: twoFaults({ _tag: "ProblemUnitTwice", unit: "z07" }) }), ["2"]],
  [{ _tag: "LinesDiffer", problem: "p1", field: "title" }, ["p1"]],
  [{ _tag: "PlanMissing", ...line, status: "inProgress" }, ["p1", "z07"]],
  [{ _tag: "ClosingIncomplete", ...line, lacks: "verifier" }, ["p1", "z07"]],
  [new PromotionInputsRefused({ faults: twoFaults({ _tag: "NoMove", unit: "z07", level: "good" }) }), ["2"]],
  [{ _tag: "AfterAsOf", day: today, asOf: until }, ["2012-11-05", "2012-10-31"]],
  [{ _tag: "InForceUndecided", day: today }, ["2012-11-05"]]
]
