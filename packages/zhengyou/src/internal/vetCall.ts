import { type Decider, type Fault, type InputProblem, typeFaults } from "@zhengyou/core"
import * as Effect from "effect/Effect"
import { CallInvalid } from "../errors.ts"

/** The part of a decider that says what its commands look like. */
type Commanded<Command> = Pick<Decider<never, Command, never, unknown, never>, "command">

type Faults = ReadonlyArray<Fault<InputProblem>>

const notObject = (name: string, value: unknown): Faults =>
  typeof value === "object" && value !== null ? [] : [{ path: [name], problem: { _tag: "Missing" } }]

const commandFaults = <Command>(decider: Commanded<Command>, command: Command): Faults =>
  decider.command === undefined
    ? []
    : typeFaults(decider.command, command).map(({ path, problem }) => ({ path: ["command", ...path], problem }))

/** Refuses a call that the types forbid and JavaScript allows. */
export const vetCall = <Command>(
  decider: Commanded<Command>,
  command: Command,
  meta: unknown
): Effect.Effect<void, CallInvalid> => {
  const noDecider = notObject("decider", decider)
  const faults = [
    ...noDecider,
    ...(noDecider.length > 0 ? [] : commandFaults(decider, command)),
    ...notObject("meta", meta)
  ]
  return faults.length === 0 ? Effect.void : Effect.fail(new CallInvalid({ faults }))
}
