// How long proof-reading takes, and how it grows: books of more and more criteria, gates and quotas, sound and faulty.
import { strict as assert } from "node:assert"
import { checkBook, parseRuleBook, type RuleBook } from "@zhengyou/grading"
import { Result } from "effect"

interface Size {
  readonly criteria: number
  readonly gates: number
  readonly quotas: number
}

const list = <A>(count: number, make: (i: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, i) => make(i))

/** The n-th gate of a sound book: two rates and a flag of its own, and a score that it shares with others. */
const gate = (i: number, criteria: number) => ({
  id: `g${i}`,
  name: `g${i}`,
  when: {
    any: [
      { all: [{ fact: `rate${i}`, op: "<", value: "0.9" }, { not: { fact: `rate${i + 1}`, op: ">=", value: "0.8" } }] },
      { fact: `veto${i}`, op: "=", value: true, ifUnknown: false },
      { fact: `score.criterion.c${i % criteria}`, op: "<", value: "1/3" }
    ]
  },
  then: { atMost: "L8" }
})

/** A sound book; a faulty one has constant criteria, gates that cover each other and quotas that leave ties open. */
const bookOf = ({ criteria, gates, quotas }: Size, isFaulty: boolean): RuleBook =>
  Result.getOrThrow(
    parseRuleBook({
      format: "zhengyou/rule-book@2",
      id: "large",
      version: "1",
      title: "large",
      ladder: list(12, (i) => ({ id: `L${i}`, name: `L${i}` })),
      facts: [
        ...list(gates + 1, (i) => ({ id: `rate${i}`, name: `rate${i}`, type: "number", minimum: 0, maximum: 1 })),
        ...list(gates, (i) => ({ id: `veto${i}`, name: `veto${i}`, type: "flag" }))
      ],
      criteria: list(criteria, (i) => ({
        id: `c${i}`,
        name: `c${i}`,
        maximum: 2,
        missing: "block",
        ...(isFaulty && i % 2 === 0 && i > gates
          ? {
              scoring: {
                kind: "anchors",
                anchors: [
                  { label: "x", points: 1 },
                  { label: "y", points: 1 }
                ]
              }
            }
          : {})
      })),
      fullMarks: criteria * 2,
      panels: list(3, (i) => ({
        id: `p${i}`,
        name: `p${i}`,
        weight: "1/3",
        aggregate: { method: "mean" },
        missing: "block"
      })),
      rounding: {},
      decideOn: "exact",
      bands: list(12, (i) => ({ level: `L${i}`, from: `${(11 - i) * criteria}/6` })),
      gates: list(gates, (i) =>
        isFaulty
          ? {
              id: `g${i}`,
              name: `g${i}`,
              when: { fact: "rate0", op: "<", value: `${i + 1}/1000` },
              then: { atMost: "L8" }
            }
          : gate(i, criteria)
      ),
      quotas: list(quotas, (i) => ({
        kind: "cap",
        level: `L${i}`,
        seats: { share: "0.3", of: "eligible", rounding: "floor" },
        ties: isFaulty ? "undetermined" : "exclude"
      }))
    })
  )

const sizes: ReadonlyArray<Size> = [
  { criteria: 32, gates: 2, quotas: 1 },
  { criteria: 63, gates: 5, quotas: 2 },
  { criteria: 125, gates: 10, quotas: 5 },
  { criteria: 250, gates: 20, quotas: 10 },
  { criteria: 500, gates: 20, quotas: 10 },
  { criteria: 1000, gates: 20, quotas: 10 }
]

const median = (times: ReadonlyArray<number>): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

/** The median of three runs, and how many findings there were. */
const measured = (book: RuleBook): { readonly seconds: number; readonly findings: number } => {
  let findings = 0
  const times = list(3, () => {
    const begun = performance.now()
    findings = checkBook(book).length
    return (performance.now() - begun) / 1000
  })
  return { seconds: median(times), findings }
}

const columns = ["criteria", "gates", "quotas", "sound, s", "growth", "faulty, s", "growth", "findings"]
const row = (cells: ReadonlyArray<string>) => console.log(cells.map((cell) => cell.padStart(10)).join(""))

measured(bookOf({ criteria: 32, gates: 2, quotas: 1 }, true))
row(columns)
let before: { readonly sound: number; readonly faulty: number } | undefined
for (const size of sizes) {
  const [sound, faulty] = [measured(bookOf(size, false)), measured(bookOf(size, true))]
  assert.equal(sound.findings, 0)
  const growth = (now: number, then: number | undefined) => (then === undefined ? "" : `×${(now / then).toFixed(1)}`)
  row([
    String(size.criteria),
    String(size.gates),
    String(size.quotas),
    sound.seconds.toFixed(3),
    growth(sound.seconds, before?.sound),
    faulty.seconds.toFixed(3),
    growth(faulty.seconds, before?.faulty),
    String(faulty.findings)
  ])
  before = { sound: sound.seconds, faulty: faulty.seconds }
}
