import { type Poll, readModel } from "@zhengyou/core"
import { Schema } from "effect"
import { EventStore } from "../src/index.ts"

const Scored = Schema.TaggedStruct("Scored", { unit: Schema.String, points: Schema.Int })

const about = { "zh-CN": "得分", en: "Points" }

/** The points of each unit, the latest. */
export const points = readModel({
  name: "points",
  version: 1,
  about,
  columns: { unit: { type: "text", max: 120, about }, points: { type: "integer", about } },
  key: ["unit"],
  streams: "",
  stored: { schemaVersion: 1, event: Scored },
  on: { Scored: ({ unit, points }) => [{ _tag: "Put", row: { unit, points } }] }
})

/** Gives points to a unit. */
export const score = (stream: string, version: number, unit: string, given: number) =>
  EventStore.use((store) =>
    store.append(
      stream,
      version,
      [{ type: "Scored", schemaVersion: 1, data: { _tag: "Scored", unit, points: given } }],
      { commandId: `c${version}`, actor: "clerk", at: "2012-04-01T08:00:00Z" }
    )
  )

/** A poll on two subjects. */
export const poll: Poll = {
  id: "p",
  subjects: ["z01", "z02"],
  groups: [{ id: "staff" }],
  questions: [{ id: "overall", choices: ["yes", "no"] }]
}
/** A token by its number. */
export const token = (n: number) => `token-${String(n).padStart(20, "0")}`

/** A vote on one subject. */
export const vote = (n: number, choice: string) => ({
  token: token(n),
  ballots: [{ subject: "z01", answers: { overall: choice } }]
})
