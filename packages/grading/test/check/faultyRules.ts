import {
  eligibility,
  type Faulty,
  facts,
  gate,
  gated,
  honoured,
  limited,
  quota,
  recognition,
  share,
  vetoed
} from "./parts.ts"

/** Faults of eligibility, recognitions, gates and quotas. */
export const faultyRules: ReadonlyArray<Faulty> = [
  {
    tag: "GateNeverFires",
    edit: gated(gate("g", { fact: "rate", op: "<", value: 0 }, { atMost: "C" })),
    path: ["gates", 0, "when"]
  },
  {
    tag: "GateNeverFires",
    edit: gated(
      gate(
        "g",
        {
          all: [
            { fact: "rate", op: "<", value: "0.6" },
            { not: { any: [{ fact: "rate", op: "<=", value: "2/3" }, vetoed] } }
          ]
        },
        { notGraded: true }
      )
    ),
    path: ["gates", 0, "when"]
  },
  {
    tag: "GateNeverFires",
    edit: gated(gate("g", { fact: "score.total", op: ">", value: 100 }, { atMost: "B" })),
    path: ["gates", 0, "when"]
  },
  {
    tag: "GateNeverFires",
    edit: gated(
      gate(
        "g",
        {
          all: [
            { fact: "unit.age.months", op: ">", value: 11 },
            { fact: "unit.age.months", op: "<", value: 12 }
          ]
        },
        { atMost: "B" }
      )
    ),
    path: ["gates", 0, "when"]
  },
  {
    tag: "GateAlwaysFires",
    edit: gated(gate("g", { fact: "rate", op: "<=", value: 1 }, { atMost: "C" })),
    path: ["gates", 0, "when"]
  },
  {
    tag: "GateAlwaysFires",
    edit: gated(gate("g", { fact: "rate", op: ">=", value: 0 }, { notGraded: true })),
    path: ["gates", 0, "when"]
  },
  {
    tag: "GateAlwaysFires",
    edit: gated(gate("g", { fact: "score.criterion.c", op: ">=", value: 0, ifUnknown: true }, { notAbove: "last" })),
    path: ["gates", 0, "when"]
  },
  { tag: "GateIdle", edit: gated(gate("g", vetoed, { atMost: "A" })), path: ["gates", 0, "then"] },
  {
    // Below 60 is D already.
    tag: "GateIdle",
    edit: gated(gate("g", { fact: "score.total", op: "<", value: 60 }, { atMost: "C" })),
    path: ["gates", 0, "then"]
  },
  {
    tag: "GateShadowed",
    edit: gated(
      gate("strict", { fact: "rate", op: "<", value: "0.9" }, { atMost: "D" }),
      gate("mild", { fact: "rate", op: "<", value: "0.8" }, { atMost: "C" })
    ),
    path: ["gates", 1],
    part: { by: { id: "strict", name: "strict" } }
  },
  {
    tag: "GateShadowed",
    edit: gated(
      gate("mild", { all: [vetoed, { fact: "rate", op: "<", value: "0.8" }] }, { atMost: "D" }),
      gate("out", vetoed, { notGraded: true })
    ),
    path: ["gates", 0],
    part: { by: { id: "out", name: "out" } }
  },
  {
    // The narrower one stands first, and acts first.
    tag: "GateShadowed",
    edit: gated(
      gate("low", { fact: "rate", op: "<", value: "0.8" }, { atMost: "C" }),
      gate("lower", { fact: "rate", op: "<", value: "0.9" }, { atMost: "C" })
    ),
    path: ["gates", 0],
    part: { by: { id: "lower", name: "lower" } }
  },
  {
    // Of two that do the same the first is kept.
    tag: "GateShadowed",
    edit: gated(gate("a", vetoed, { notAbove: "last" }), gate("b", { not: { not: vetoed } }, { notAbove: "last" })),
    path: ["gates", 1],
    part: { by: { id: "a", name: "a" } }
  },
  {
    tag: "NobodyEligible",
    edit: eligibility({ fact: "rate", op: ">", value: 1 }),
    path: ["eligibility", 0, "require"]
  },
  {
    // The flag has nothing to do with it.
    tag: "NobodyEligible",
    edit: eligibility({ fact: "rate", op: ">=", value: "0.8" }, honoured, { fact: "rate", op: "<", value: "0.8" }),
    path: ["eligibility"],
    part: {
      rules: [
        { id: "e0", name: "e0" },
        { id: "e2", name: "e2" }
      ]
    }
  },
  {
    tag: "EligibilityIdle",
    edit: eligibility({ fact: "rate", op: ">=", value: 0, ifUnknown: true }),
    path: ["eligibility", 0, "require"]
  },
  {
    tag: "RecognitionNeverApplies",
    edit: { facts, recognitions: [recognition("r", { fact: "rate", op: ">", value: 1, ifUnknown: false })] },
    path: ["recognitions", 0, "when"]
  },
  {
    tag: "RecognitionNeverApplies",
    edit: { facts, recognitions: [recognition("r", honoured), recognition("s", { all: [honoured, vetoed] }, "B")] },
    path: ["recognitions", 1, "when"]
  },
  {
    tag: "RecognitionNeverKept",
    edit: {
      ...gated(gate("g", { fact: "honour", op: "=", value: true, ifUnknown: false }, { atMost: "C" })),
      recognitions: [recognition("r", honoured)]
    },
    path: ["recognitions", 0]
  },
  {
    // Who is recognised has no score, so the gate waits for one.
    tag: "RecognitionNeverKept",
    edit: {
      ...gated(gate("g", { fact: "score.criterion.c", op: "<", value: 50 }, { notGraded: true })),
      recognitions: [recognition("r", honoured)]
    },
    path: ["recognitions", 0]
  },
  { tag: "QuotaLeavesNobody", edit: limited(quota("cap", "A", { count: 0 })), path: ["quotas", 0, "seats"] },
  { tag: "QuotaLeavesNobody", edit: limited(quota("floor", "C", share("1"))), path: ["quotas", 0, "seats"] },
  { tag: "QuotaIdle", edit: limited(quota("cap", "A", share("1"))), path: ["quotas", 0, "seats"] },
  { tag: "QuotaIdle", edit: limited(quota("floor", "C", { count: 0 })), path: ["quotas", 0, "seats"] },
  {
    // A fifth at C or below is a fifth at B or below.
    tag: "QuotaShadowed",
    edit: limited(quota("floor", "B", share("0.1", "ceil")), quota("floor", "C", share("0.2", "ceil"))),
    path: ["quotas", 0],
    part: { by: { kind: "floor", level: { id: "C", name: "C" } } }
  },
  {
    // Seven tenths at B or below leave three tenths for A.
    tag: "QuotaShadowed",
    edit: limited(quota("cap", "A", share("0.4")), quota("floor", "B", share("0.7", "ceil"))),
    path: ["quotas", 0],
    part: { kind: "cap", by: { kind: "floor", level: { id: "B", name: "B" } } }
  },
  {
    // Of 1 unit a half, rounded up, is 1 for B, and 0.2 rounded down is no seat there.
    tag: "FloorOverfillsCap",
    edit: limited(quota("floor", "B", share("0.5", "ceil")), quota("cap", "B", share("0.2"))),
    path: ["quotas", 0],
    part: { units: 1, floor: 1, cap: 0 }
  },
  {
    tag: "FloorOverfillsCap",
    edit: limited(quota("floor", "B", { count: 5 }), quota("cap", "B", { count: 3 })),
    path: ["quotas", 0],
    part: { units: 4, floor: 4, cap: 3 }
  },
  {
    tag: "TiesLeftOpen",
    edit: limited(quota("cap", "A", share("0.3"), { ties: "undetermined" })),
    path: ["quotas", 0, "ties"]
  },
  {
    tag: "LotsNeedSeed",
    edit: limited(quota("cap", "A", { count: 2 }, { ties: "lots" })),
    path: ["quotas", 0, "ties"]
  },
  {
    tag: "TiesExceedQuota",
    edit: limited(quota("floor", "C", { count: 1 }, { ties: "include" })),
    path: ["quotas", 0, "ties"]
  }
]
