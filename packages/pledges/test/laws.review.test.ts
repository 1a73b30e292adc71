import { type Finding, type Pledge, RequiredField, review } from "@zhengyou/pledges"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { context, d, empty, parsed, policy, policyInput, sound, x } from "./support.ts"

/** Does what the suggestion of a finding says, as it says it. */
const repaired = (pledge: Pledge, { problem, path, span }: Finding): Pledge => {
  const goal = pledge.target ?? { indicator: "次数", unit: "次", direction: "raise" as const }
  const cut = (text: string) => (span === undefined ? text : text.slice(0, span.from) + text.slice(span.to))
  const rewritten = { ...pledge, content: sound.content }
  switch (problem._tag) {
    case "FieldMissing": {
      const put: { readonly [F in typeof problem.field]: Partial<Pledge> } = {
        category: { category: "service" },
        measures: { measures: sound.measures },
        target: { target: goal },
        number: { target: { ...goal, value: x(6) } },
        baseline: { target: { ...goal, baseline: { value: x(3), source: "登记簿" } } },
        verification: { verification: "由学生会确认" },
        deadline: { term: { on: d("2012-06-29") } },
        owner: { owner: "书记" },
        basis: { basis: context.bases },
        urgentPosts: { urgentPosts: ["防汛值班"] }
      }
      return { ...pledge, ...put[problem.field] }
    }
    case "TargetNotBetter": {
      const step = problem.direction === "raise" ? 1n : -1n
      const { n, d: by } = x(problem.baseline)
      return { ...pledge, target: { ...goal, value: { n: n + step * by, d: by } } }
    }
    case "TargetOnlyHolds":
      return { ...pledge, target: { ...goal, direction: "raise" } }
    case "BaselineUnsourced":
      return { ...pledge, target: { ...goal, baseline: { value: goal.baseline?.value ?? x(0), source: "登记簿" } } }
    case "CategoryUnknown":
      return { ...pledge, category: problem.known[0]?.id ?? "" }
    case "BasisUnknown":
      return { ...pledge, basis: context.bases }
    case "DeadlineOutsideCycle":
      return { ...pledge, term: { on: problem.until } }
    case "DeadlineOnRestDay":
      return { ...pledge, term: { on: problem.before } }
    case "MeasureTooLong":
      return { ...pledge, measures: sound.measures }
    case "Copied":
    case "ContentTooLong":
    case "ContentTooShort":
      return rewritten
    default:
      return path[0] === "measures"
        ? { ...pledge, measures: pledge.measures.map((text, i) => (i === path[1] ? cut(text) || sound.content : text)) }
        : rewritten
  }
}

const isWithout = (field: string, gone: ReadonlySet<string>) => gone.has(field)

/** The sound pledge with any of its fields taken away or spoilt. */
const spoilt = fc
  .record({
    gone: fc.subarray(["category", "target", "verification", "term", "owner"]),
    content: fc.constantFrom(sound.content, empty.content, "好", "好".repeat(400), "服务群众，勇争第一！"),
    day: fc.constantFrom("2011-06-01", "2012-04-03", "2012-12-29", "2012-12-31", "2014-01-01"),
    category: fc.constantFrom("service", "none"),
    direction: fc.constantFrom("raise", "lower", "hold"),
    value: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    baseline: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    source: fc.boolean(),
    measures: fc.subarray(["每天登记补办时间。", "努力做好", "好".repeat(120)]),
    basis: fc.subarray([{ kind: "feedback", id: "f12" } as const, { kind: "need", id: "n" } as const])
  } as const)
  .map(({ gone, content, day, category, direction, value, baseline, source, measures, basis }): Pledge => {
    const without = new Set<string>(gone)
    const base = baseline === undefined ? {} : { baseline: { value: x(baseline), ...(source ? { source: "x" } : {}) } }
    const { category: _, target: __, verification: ___, term: ____, owner: _____, ...rest } = sound
    return {
      ...rest,
      content,
      measures,
      basis,
      ...(isWithout("category", without) ? {} : { category }),
      ...(isWithout("target", without)
        ? {}
        : {
            target: {
              indicator: "次数",
              unit: "次",
              direction: direction as "raise",
              ...base,
              ...(value === undefined ? {} : { value: x(value) })
            }
          }),
      ...(isWithout("verification", without) ? {} : { verification: "由学生会确认" }),
      ...(isWithout("term", without) ? {} : { term: { on: d(day) } }),
      ...(isWithout("owner", without) ? {} : { owner: "书记" })
    }
  })

describe("whatever is wrong with a pledge", () => {
  it("doing what the findings say leaves nothing to find", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(spoilt, (pledge) => {
        let now = pledge
        // A finding can uncover another: a deadline moved into the cycle may be a Sunday.
        for (let round = 0; round < 6; round++) {
          const [first] = review(now, policy, context)
          if (first === undefined) break
          for (const finding of review(now, policy, context)) {
            seen.add(finding.problem._tag)
            now = repaired(now, finding)
          }
        }
        expect(review(now, policy, context)).toEqual([])
      })
    )
    expect(seen.size).toBeGreaterThan(10)
  })

  it("every finding names a place of the pledge and, with a span, a stretch of that text", () => {
    fc.assert(
      fc.property(spoilt, (pledge) => {
        for (const { path, span, problem } of review(pledge, policy, context)) {
          const head = path[0]
          expect(["content", "measures", "category", "target", "verification", "term", "owner", "basis"]).toContain(
            head
          )
          const text =
            head === "content" ? pledge.content : head === "measures" ? pledge.measures[Number(path[1])] : undefined
          if (span !== undefined) expect([0 <= span.from, span.to <= (text ?? "").length]).toEqual([true, true])
          if ("words" in problem) expect(text?.slice(span?.from, span?.to)).toBe(problem.words)
        }
      })
    )
  })

  it("a field that is required is found to be missing exactly where it is", () => {
    const all = RequiredField.literals.map((field) => ({ field, principle: "feasible", severity: "error" }))
    const kind = { ...policyInput.kinds.branch, required: all }
    const strict = parsed({ ...policyInput, kinds: { ...policyInput.kinds, branch: kind } })
    fc.assert(
      fc.property(spoilt, (pledge) => {
        const missing = review(pledge, strict, context).flatMap(({ problem }) =>
          problem._tag === "FieldMissing" ? [problem.field] : []
        )
        const has = {
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
        expect(missing).toEqual(RequiredField.literals.filter((field) => has[field] === undefined))
      })
    )
  })
})
