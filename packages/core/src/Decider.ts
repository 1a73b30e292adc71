import type * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import type { StoredEvents } from "./StoredEvents.ts"

/**
 * A workflow as three pure values: where it begins, what a command does or why not, and what an event changes.
 *
 * **Details**
 *
 * `decide` and `evolve` are total: they never throw and never read a clock. What a command needs to know of the world,
 * such as today's date, comes as the context. `stored` says how the events are kept, so that any store can hold them, and
 * `command` what a command looks like, so that a host can read one from plain data, or tell a program without types what is wrong with its own.
 */
export interface Decider<State, Command, Event extends { readonly _tag: string }, Refusal, Context = void> {
  readonly initial: State
  readonly decide: (state: State, command: Command, context: Context) => Result.Result<ReadonlyArray<Event>, Refusal>
  readonly evolve: (state: State, event: Event) => State
  readonly stored: StoredEvents<Event>
  readonly command?: Schema.Codec<Command, unknown>
}

/**
 * The state after some events.
 *
 * @example
 * ```ts
 * import { replay } from "@zhengyou/core"
 *
 * const counter = { initial: 0, evolve: (closed: number, event: "closed" | "reopened") => closed + (event === "closed" ? 1 : -1) }
 * replay(counter, ["closed", "closed", "reopened"]) // => 1
 * ```
 */
export const replay = <State, Event>(
  decider: { readonly initial: State; readonly evolve: (state: State, event: Event) => State },
  events: Iterable<Event>
): State => {
  let state = decider.initial
  for (const event of events) state = decider.evolve(state, event)
  return state
}
