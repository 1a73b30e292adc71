import { type CalendarDate, type Id, type ReadModel, type Recorded, readModel } from "@zhengyou/core"
import { LevelRegister } from "../levels/LevelRegister.ts"

const id = { type: "text", max: 120 } as const

const columns = {
  register: { ...id, about: { "zh-CN": "等级册的流名", en: "The stream of the register" } },
  unit: { ...id, about: { "zh-CN": "单位", en: "Unit" } },
  since: { type: "date", about: { "zh-CN": "自何日起", en: "In force from" } },
  level: { ...id, optional: true, about: { "zh-CN": "等级，空为不定级", en: "Level; none where not graded" } },
  source: { type: "text", max: 2000, about: { "zh-CN": "来由", en: "What it comes from" } },
  closedOn: {
    type: "date",
    optional: true,
    about: { "zh-CN": "单位撤销之日", en: "The day on which the unit was gone" }
  }
} as const

/**
 * The levels of all units by date (等级沿革): a row for each stretch of a unit's history, in the order of its days.
 *
 * **Details**
 *
 * `streams` is how the names of the streams begin that hold registers. The level on a day is that of the last row that is not
 * later; a unit that is gone has the day on all of its rows.
 */
export const levelHistory = (streams: string): ReadModel<typeof columns, "register" | "unit" | "since"> => {
  const put = ({ stream }: Recorded, unit: Id, since: CalendarDate, level: Id | undefined, source: string) =>
    ({
      _tag: "Put",
      row: { register: stream, unit, since, level: level ?? null, source: source.slice(0, 2000), closedOn: null }
    }) as const
  const close = ({ stream }: Recorded, unit: Id, closedOn: CalendarDate) =>
    ({ _tag: "Update", where: { register: stream, unit }, values: { closedOn } }) as const
  return readModel({
    name: "levelHistory",
    version: 1,
    about: { "zh-CN": "等级沿革", en: "Levels by date" },
    columns,
    key: ["register", "unit", "since"],
    streams,
    stored: LevelRegister.stored,
    on: {
      UnitEnrolled: ({ unit, on }, record) => [put(record, unit.id, unit.founded ?? on, undefined, "")],
      LevelPut: ({ unit, level, on, source }, record) => [put(record, unit, on, level, source)],
      LevelMoved: (event, record) => [put(record, event.unit, event.on, event.to, event.case)],
      LevelEnded: ({ unit, on, why }, record) => [put(record, unit, on, undefined, why)],
      UnitClosed: ({ unit, on }, record) => [close(record, unit, on)],
      UnitsMerged: ({ units, on }, record) => units.map((unit) => close(record, unit, on)),
      UnitSplit: ({ unit, into, on }, record) => [
        close(record, unit, on),
        ...into.map((one) => put(record, one.unit.id, on, one.level, unit))
      ]
    }
  })
}
