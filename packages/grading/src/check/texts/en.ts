import { type Catalogue, formatBeside, formatExact, type Named, textIn } from "@zhengyou/core"
import type { CheckMessage, Some } from "./messages.ts"

const name = (named: Named): string => `"${textIn(named.name, "en")}"`
const bare = (named: Named): string => textIn(named.name, "en")

const kinds = { cap: "the cap on", floor: "the floor at" }
const groups = { "unit.type": "type", "unit.parent": "parent" }
const outcomes = {
  graded: "graded",
  recognised: "recognised",
  "not-graded": "not graded",
  blocked: "blocked",
  undetermined: "undetermined",
  refused: "refused"
}

const some = <A>({ first, more }: Some<A>, text: (item: A) => string): string =>
  [...first.map(text), ...(more > 0 ? [`${more} more`] : [])].join(", ")

const quota = ({ kind, level }: { readonly kind: keyof typeof kinds; readonly level: Named }): string =>
  `${kinds[kind]} ${name(level)}`

/** The English texts of what proof-reading finds. */
export const checkTextEn: Catalogue<CheckMessage> = {
  BandGap: ({ lowest }) =>
    `the lowest band begins at ${formatExact(lowest)}, and totals can lie below it: begin it at 0, or add a band`,
  BandOutOfReach: ({ level, from, most }) =>
    `${name(level)} begins at ${formatExact(from)}, and no total can be above ${formatBeside(most, [from], 2)}: lower it, or let the marks reach it`,
  BandBelowAll: ({ level, least, above }) =>
    `no total can be below ${formatBeside(least, [], 2)}, which already gives ${name(above)}: nobody can be ${name(level)} by points`,
  BandSkipped: ({ level, from, next, digits }) =>
    `no total rounded to ${digits} places lies from ${formatExact(from)} up to ${formatExact(next)}: nobody can be ${name(level)} by points`,
  LevelNeverGiven: ({ level }) =>
    `no band, recognition, gate or quota gives ${name(level)}: add a band, or remove the level`,
  CriterionConstant: ({ criterion, score }) =>
    `every mark on ${name(criterion)} is worth ${formatExact(score)}: it can move no total`,
  CriterionNeverApplies: ({ criterion }) =>
    `${name(criterion)} and its headings are for different types: it applies to nobody`,
  VoidsIdle: ({ panel }) =>
    `${name(panel)} scores one criterion only, and a single mark never makes a sheet void: remove the rule`,
  TrimsNothing: ({ panel }) => `${name(panel)} is said to drop scores, and drops none: use mean, or drop some`,
  AdjustmentCapped: ({ adjustment }) =>
    `the cap of ${name(adjustment)} lets nothing count: raise it, or remove the adjustment`,
  WeightsDoNotTotal: ({ of, total, whole, first, written, counts }) =>
    `the weights of the ${of} total ${formatExact(total)}, not ${formatExact(whole)}: ${name(first)} is written as ${formatExact(written)} and counts ${formatExact(counts)}; write thirds as 1/3`,
  GateNeverFires: ({ gate }) => `nothing that can be known of a unit makes ${name(gate)} hold: correct its condition`,
  GateAlwaysFires: ({ gate }) => `no unit passes ${name(gate)}: correct its condition, or change the bands instead`,
  GateIdle: ({ gate }) => `${name(gate)} lowers nobody: whoever it holds for stands no higher anyway`,
  GateShadowed: ({ gate, by }) =>
    `wherever ${name(gate)} holds, ${name(by)} does at least as much: remove it, or mend one of them`,
  NobodyEligible: ({ rules }) =>
    `nobody can meet ${rules.map(name).join(" and ")}${rules.length > 1 ? " together" : ""}: nobody is graded`,
  EligibilityIdle: ({ rule }) => `every unit meets ${name(rule)}: it turns nobody away`,
  RecognitionNeverApplies: ({ recognition }) =>
    `${name(recognition)} applies to no eligible unit, or an earlier recognition always comes first`,
  RecognitionNeverKept: ({ recognition, level }) =>
    `gates lower every unit that ${name(recognition)} makes ${name(level)}, or hold it up for a score that it does not have`,
  QuotaLeavesNobody: ({ kind, level }) =>
    kind === "cap"
      ? `the cap on ${name(level)} has no seat: nobody who was scored can be ${name(level)}`
      : `the floor at ${name(level)} takes everybody: nobody can stand above ${name(level)}`,
  QuotaIdle: (one) =>
    `${quota(one)} ${one.kind === "cap" ? "has a seat for everybody" : "demands nobody"}: it changes nothing`,
  QuotaShadowed: ({ by, ...one }) => `whenever ${quota(by)} is met, ${quota(one)} is met as well: it changes nothing`,
  FloorOverfillsCap: ({ level, units, floor, cap }) =>
    `of ${units} units the floor sends ${floor} to ${name(level)}, whose cap has ${cap} ${cap === 1 ? "seat" : "seats"}: the others fall twice`,
  TiesLeftOpen: (one) => `units that are tied across the cut of ${quota(one)} stay undetermined: say who goes first`,
  LotsNeedSeed: (one) => `ties at ${quota(one)} are decided by lot: without a published seed they stay undetermined`,
  TiesExceedQuota: (one) => `all who are tied across the cut of ${quota(one)} keep their level, so it can be missed`,
  RoundingOnlyShows: ({ digits }) =>
    `totals are shown to ${digits} places, but the exact ones decide: units that look equal can rank differently`,
  GainsByMissing: ({ missing, with: badly, without }) =>
    `who is not scored on ${name(missing)} can gain by it: ${formatBeside(without, [badly], 2)} against ${formatBeside(badly, [without], 2)} with no marks there`,
  UnscoredIsGraded: ({ level }) => `a unit that nobody scored is ${name(level)}, because what is missing counts as 0`,
  ExampleDisagrees: ({ example, unit }) =>
    `the worked example "${textIn(example, "en")}" comes out otherwise${unit === undefined ? ": its inputs are refused" : ` for "${unit}"`}: mend it or the book`,
  NotDecided: ({ rule }) => `the conditions around ${name(rule)} are too large to be decided: they were not proof-read`,
  QuotaTakesRoster: ({ group, seats, units, ...one }) => {
    const where = group === undefined ? "" : ` of "${group}"`
    return one.kind === "cap"
      ? `with ${units} units${where} ${quota(one)} has no seat: nobody can be ${name(one.level)}`
      : `with ${units} units${where} ${quota(one)} takes ${seats}: nobody can stand above ${name(one.level)}`
  },
  GroupUnstated: ({ within, units, ...one }) =>
    `${quota(one)} counts within each ${groups[within]}, and ${units} units of the roster have none: they are counted together`,
  CriterionForNobody: ({ criterion }) => `${name(criterion)} applies to no unit of the roster`,
  NothingForUnit: ({ unit, type }) =>
    `no criterion applies to "${unit}"${type === undefined ? ", which has no type" : ` of type "${type}"`}: it cannot be graded`,
  UnitShown: ({ unit, facts, marks, awards, outcome, level, total }) => {
    const known = some(facts, ({ fact, value }) => `${bare(fact)} ${value}`)
    const given = marks.map(({ by, marks: own }) => {
      const who = by === "all" ? "" : `${by.map(bare).join(", ")}: `
      return `${who}${some(own, ({ criterion, mark }) => `${bare(criterion)} ${mark}`)}`
    })
    const awarded = awards.map(({ adjustment, points }) => `${bare(adjustment)} ${formatExact(points)}`)
    const inputs = [...(known === "" ? [] : [known]), ...given, ...awarded].join("; ")
    const result = [
      ...(total === undefined ? [] : [`total ${formatBeside(total, [], 2)}`]),
      level === undefined ? outcomes[outcome] : bare(level)
    ]
    return `${unit}: ${inputs === "" ? "nothing given" : inputs} → ${result.join(", ")}`
  },
  MoreUnits: ({ more }) => `… and ${more} more ${more === 1 ? "unit" : "units"}`
}
