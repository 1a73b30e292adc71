import { Condition, Id, Text } from "@zhengyou/core"
import * as Schema from "effect/Schema"

/**
 * What a gate does: `atMost` lowers to a level, never raises; `notGraded` takes the unit out of the grading.
 */
export const GateEffect = Schema.Union([
  Schema.Struct({ atMost: Id }),
  Schema.Struct({ notGraded: Schema.Literal(true) })
]).annotate({ identifier: "GateEffect", expected: "{atMost: level} or {notGraded: true}" })
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
