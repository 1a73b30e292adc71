import { formatPath } from "@zhengyou/core"
import { type Finding, type Pledge, Principle, RequiredField } from "@zhengyou/pledges"
import { plainly, say } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import { draftsFor, pledgesFor } from "../generators/drafts.ts"
import { contextOf } from "../generators/worlds.ts"
import type { PledgeCaseOf, PledgeLaw, PledgeSetting } from "../PledgeLaw.ts"
import { repaired } from "../reference/repaired.ts"
import { firstBreach, lawOf, unlessWritable } from "./support.ts"

const findingsIn = (
  { engine, policy }: PledgeSetting,
  { world }: PledgeCaseOf<"Draft">,
  pledge: Pledge,
  others: ReadonlyArray<Pledge> = []
): ReadonlyArray<Finding> => {
  const known = { ...world, announced: policy.cycle.from }
  return engine.review(pledge, policy, contextOf(policy, known, policy.cycle.from, others))
}

const told = (findings: ReadonlyArray<Finding>) =>
  plainly(findings.map(({ path, problem }) => `${formatPath(path)}: ${problem._tag}`).join(", ") || "–")

/** A finding can uncover another: a deadline moved into the cycle may be a Sunday. */
const rounds = 8

/** What the review suggests is enough. */
export const repairedIsSound: PledgeLaw = lawOf("Draft", {
  id: "repaired-is-sound",
  about: "engine",
  says: say(
    "按审诺意见改过的承诺，审诺不再有意见（本单位自定规则除外）",
    "in a pledge that was changed as the findings suggest, the review finds nothing more, but for rules of the host"
  ),
  witness: {
    bug: say("自动修正引入新的违规，要反复运行", "a fix introduces new violations, so that one has to run it again"),
    source: "stylelint/stylelint#9231"
  },
  unless: unlessWritable,
  cases: (policy) => draftsFor(policy).map((draft) => ({ _tag: "Draft", ...draft })),
  examine: (setting, one) => {
    let now = one.pledge
    let findings: ReadonlyArray<Finding> = []
    for (let round = 0; round < rounds; round++) {
      findings = findingsIn(setting, one, now).filter(({ problem: { _tag } }) => !_tag.startsWith("Rule"))
      if (findings.length === 0) break
      for (const finding of findings) now = repaired(now, setting.policy, finding)
    }
    return findings.length === 0 ? undefined : { expected: say("没有意见", "no finding"), found: told(findings) }
  }
})

/** The same pledge twice is found. */
export const copyFound: PledgeLaw = lawOf("Draft", {
  id: "copy-found",
  about: "engine",
  says: say(
    "同一承诺由他人再提，双方都查出雷同",
    "the same pledge of somebody else is found to be a copy, in both of them"
  ),
  witness: {
    bug: say("邮箱完全相同的记录未查出重复", "records with the very same address are not found to be duplicates"),
    source: "markmhendrickson/neotoma#2159"
  },
  unless: ({ policy }) =>
    Principle.literals.some((principle) => policy.principles[principle].some(({ check }) => check === "Copied"))
      ? undefined
      : say("办法不查雷同", "the policy does not look for copies"),
  cases: (policy) =>
    pledgesFor(policy).map(({ world, pledge }) => {
      const pledger = { kind: "unit" as const, id: "z9", name: "第九窗口", unit: "z9" }
      return { _tag: "Draft", world, pledge, twin: { ...pledge, id: "p9", pledger } }
    }),
  examine: (setting, one) => {
    const { pledge, twin = pledge } = one
    return firstBreach(
      [
        [pledge, twin],
        [twin, pledge]
      ] as const,
      ([of, like]): Breach | undefined => {
        const findings = findingsIn(setting, one, of, [like])
        return findings.some(({ problem }) => problem._tag === "Copied" && problem.of === like.id)
          ? undefined
          : { expected: say(`${of.id} 与 ${like.id} 雷同`, `${of.id} is a copy of ${like.id}`), found: told(findings) }
      }
    )
  }
})

/** A finding shows its place. */
export const findingsPoint: PledgeLaw = lawOf("Draft", {
  id: "findings-point",
  about: "engine",
  says: say(
    "审诺意见指明字段；指明文字的，该处正是所引文字",
    "every finding names a field, and where it quotes words, these stand at the place that it names"
  ),
  witness: {
    bug: say("拼写检查在 Unicode 文本中选错区域", "a spell checker selects the wrong regions of Unicode text"),
    source: "mawww/kakoune#1126"
  },
  cases: (policy) => draftsFor(policy).map((draft) => ({ _tag: "Draft", ...draft })),
  examine: (setting, one) =>
    firstBreach(findingsIn(setting, one, one.pledge), (finding): Breach | undefined => {
      const { path, span, problem } = finding
      const { content, measures } = one.pledge
      const text = path[0] === "content" ? content : path[0] === "measures" ? measures[Number(path[1])] : undefined
      const isInside = span === undefined || (0 <= span.from && span.to <= (text ?? "").length)
      const quoted = "words" in problem ? problem.words : undefined
      const there = text?.slice(span?.from, span?.to)
      return isInside && (quoted === undefined || quoted === there)
        ? undefined
        : {
            expected: plainly(quoted ?? formatPath(path)),
            found: there === undefined ? told([finding]) : plainly(there)
          }
    })
})

/** What is required is missed exactly where it is missing. */
export const requiredIsMissed: PledgeLaw = lawOf("Draft", {
  id: "required-is-missed",
  about: "engine",
  says: say(
    "办法要求而承诺没有的字段，条条查出，也只查出这些",
    "exactly the fields that the policy requires and the pledge lacks are found to be missing"
  ),
  witness: {
    bug: say("必填字段为空也能提交", "forms can be submitted with empty required fields"),
    source: "open-formulieren/open-forms#3498"
  },
  cases: (policy) => draftsFor(policy).map((draft) => ({ _tag: "Draft", ...draft })),
  examine: (setting, one) => {
    const { pledge } = one
    const has: { readonly [F in RequiredField]: unknown } = {
      category: pledge.category,
      measures: pledge.measures[0],
      target: pledge.target,
      number: pledge.target?.value,
      baseline: pledge.target?.baseline,
      verification: pledge.verification,
      deadline: pledge.term,
      owner: pledge.owner,
      basis: pledge.basis[0],
      urgentPosts: pledge.urgentPosts[0]
    }
    const required = new Set(setting.policy.kinds[pledge.pledger.kind].required.map(({ field }) => field))
    const expected = RequiredField.literals.filter((field) => required.has(field) && has[field] === undefined)
    const found = findingsIn(setting, one, pledge).flatMap(({ problem }) =>
      problem._tag === "FieldMissing" ? [problem.field] : []
    )
    const listed = (fields: ReadonlyArray<string>) => fields.toSorted().join(", ") || "–"
    return listed(found) === listed(expected)
      ? undefined
      : { expected: plainly(listed(expected)), found: plainly(listed(found)) }
  }
})
