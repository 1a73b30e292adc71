import { Condition, Id, Text } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/**
 * What a gate does: `atMost` lowers to a level; `notAbove` freezes, so that the level named by a fact, such as last year's,
 * is not exceeded (不得晋级); `notGraded` takes the unit out of the grading. None of them raises.
 */
export const GateEffect = Schema.Union([
  Schema.Struct({ atMost: Id }),
  Schema.Struct({ notAbove: Id }),
  Schema.Struct({ notGraded: Schema.Literal(true) })
]).annotate({ identifier: "GateEffect", expected: "{atMost: level}, {notAbove: fact} or {notGraded: true}" })
export type GateEffect = typeof GateEffect.Type

/** A rule beyond the points (一票否决、门槛): where `when` holds, `then` happens, whatever the total. */
export const Gate = Schema.Struct({ id: Id, name: Text, when: Condition, then: GateEffect }).annotate({
  identifier: "Gate"
})
export interface Gate extends Schema.Schema.Type<typeof Gate> {}

/** A condition that a unit must meet to be graded at all (参评资格). */
export const Eligibility = Schema.Struct({ id: Id, name: Text, require: Condition }).annotate({
  identifier: "Eligibility"
})
export interface Eligibility extends Schema.Schema.Type<typeof Eligibility> {}

/**
 * A way to a level without being scored (直接认定): "获区级以上先进的直接评为五星".
 *
 * **Details**
 *
 * Gates lower a recognised level as they lower any other. `takesSeat` says whether the unit counts under a cap of its level.
 */
export const Recognition = Schema.Struct({
  id: Id,
  name: Text,
  when: Condition,
  level: Id,
  takesSeat: Schema.Boolean
}).annotate({ identifier: "Recognition" })
export interface Recognition extends Schema.Schema.Type<typeof Recognition> {}
