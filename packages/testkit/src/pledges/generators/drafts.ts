import { addDays, exactUnsafe } from "@zhengyou/core"
import { Direction, type Pledge, type PledgePolicy, PledgerKind } from "@zhengyou/pledges"
import fc from "fast-check"
import { present } from "../../internal/present.ts"
import { seldom } from "../../internal/seldom.ts"
import type { PledgeWorld } from "../PledgeLaw.ts"
import { worldsFor } from "./worlds.ts"
import { lengthOfCycle, onRecord, type Recipe, written } from "./writing.ts"

const recipesFor = (policy: PledgePolicy, kind: PledgerKind): fc.Arbitrary<Recipe> =>
  fc.record({
    kind: fc.constant(kind),
    id: fc.constantFrom("p1", "p2"),
    owner: fc.constantFrom("o1", "o2"),
    category: fc.nat(4),
    day: fc.nat(lengthOfCycle(policy))
  })

/** A pledge with the world that it is reviewed in. */
export interface Drafted {
  readonly world: PledgeWorld
  readonly pledge: Pledge
}

/** Generates pledges that have everything a policy can ask for (承诺), each with the world that it is reviewed in. */
export const pledgesFor = (policy: PledgePolicy): fc.Arbitrary<Drafted> =>
  fc
    .constantFrom(...PledgerKind.literals)
    .chain((kind) =>
      fc
        .tuple(worldsFor(policy, kind === "member" ? "m1" : "z1"), recipesFor(policy, kind))
        .map(([world, recipe]) => ({ world, pledge: written(policy, world.calendar, recipe) }))
    )

const optional = ["category", "target", "verification", "term", "owner"] as const

/** The words of a policy's own vocabulary that its checks look for, and texts that are too short or too long. */
const textsFor = ({ vocabulary, kinds }: PledgePolicy): fc.Arbitrary<string> => {
  const listed = [vocabulary.slogans, vocabulary.vague, vocabulary.duties].flatMap((words) => words.slice(0, 5))
  const longest = Math.max(...Object.values(kinds).map(({ content }) => content.maximum))
  return fc.constantFrom(
    "好",
    ...listed.map((words) => `本窗口${words.replace("…", "本职")}，`),
    "好".repeat(Math.min(2000, longest + 1))
  )
}

interface Spoiling {
  readonly gone: ReadonlyArray<(typeof optional)[number]>
  readonly content: string | undefined
  readonly measures: ReadonlyArray<string> | undefined
  readonly day: number | undefined
  readonly category: string | undefined
  readonly target: Pledge["target"] | undefined
  readonly basis: Pledge["basis"] | undefined
}

const targets: fc.Arbitrary<Pledge["target"]> = fc
  .record({
    direction: fc.constantFrom(...Direction.literals),
    value: fc.option(fc.nat(9), { nil: undefined }),
    baseline: fc.option(fc.nat(9), { nil: undefined }),
    isSourced: fc.boolean()
  })
  .map(({ direction, value, baseline, isSourced }) => ({
    indicator: "次数",
    unit: "次",
    direction,
    ...(value === undefined ? {} : { value: exactUnsafe(value) }),
    ...(baseline === undefined
      ? {}
      : { baseline: { value: exactUnsafe(baseline), ...(isSourced ? { source: "登记簿" } : {}) } })
  }))

const spoilingsFor = (policy: PledgePolicy): fc.Arbitrary<Spoiling> => {
  const texts = textsFor(policy)
  return fc.record({
    gone: fc.subarray([...optional]),
    content: seldom(texts, 2),
    measures: seldom(fc.array(texts, { maxLength: 2 }), 2),
    day: seldom(fc.integer({ min: -40, max: lengthOfCycle(policy) + 40 }), 2),
    category: seldom(fc.constant("none"), 4),
    target: seldom(targets, 2),
    basis: seldom(fc.constantFrom<Array<Pledge["basis"]>>([], [...onRecord, { kind: "need", id: "n" }]), 3)
  })
}

const without = ({ category, target, verification, term, owner, ...rest }: Pledge, gone: Spoiling["gone"]): Pledge => {
  const left = <V>(field: (typeof optional)[number], value: V) => (gone.includes(field) ? undefined : value)
  return {
    ...rest,
    ...present("category", left("category", category)),
    ...present("target", left("target", target)),
    ...present("verification", left("verification", verification)),
    ...present("term", left("term", term)),
    ...present("owner", left("owner", owner))
  }
}

/** Generates drafts as they come in: of all that a pledge of the policy has, some is missing or spoilt. */
export const draftsFor = (policy: PledgePolicy): fc.Arbitrary<Drafted> =>
  fc.tuple(pledgesFor(policy), spoilingsFor(policy)).map(([{ world, pledge }, spoilt]) => {
    const { gone, content, measures, day, category, target, basis } = spoilt
    const all: Pledge = {
      ...pledge,
      ...(content === undefined ? {} : { content }),
      ...(measures === undefined ? {} : { measures }),
      ...(day === undefined ? {} : { term: { on: addDays(policy.cycle.from, day) } }),
      ...(category === undefined ? {} : { category }),
      ...(target === undefined ? {} : { target }),
      ...(basis === undefined ? {} : { basis })
    }
    return { world, pledge: without(all, gone) }
  })
