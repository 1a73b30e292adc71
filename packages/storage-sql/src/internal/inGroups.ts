import * as Arr from "effect/Array"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"

interface Group {
  fiber?: Fiber.Fiber<void>
  /** How many still want its answers. */
  members: number
}

interface Member<Request, Answer> {
  readonly request: Request
  readonly answer: Deferred.Deferred<Answer | undefined>
  group?: Group
}

/**
 * Does requests one group after another: those that come while a group is under way wait, and together they are the next one.
 *
 * `run` gives what each request of a group gets, nothing for one that is to be done by itself. Where it fails with several,
 * none of them is known to be at fault, so that all get nothing. It is interrupted when nobody wants its answers any more.
 */
export const inGroups = <Request, Answer, Error>(
  most: number,
  run: (requests: Arr.NonEmptyReadonlyArray<Request>) => Effect.Effect<ReadonlyArray<Answer | undefined>, Error>
): ((request: Request) => Effect.Effect<Answer | undefined, Error>) => {
  const waiting = new Set<Member<Request, Answer>>()
  let isBusy = false

  const next: Effect.Effect<void> = Effect.suspend(() => {
    const members = [...waiting].slice(0, most)
    isBusy = Arr.isArrayNonEmpty(members)
    if (!Arr.isArrayNonEmpty(members)) return Effect.void
    const group: Group = { members: members.length }
    for (const member of members) {
      waiting.delete(member)
      member.group = group
    }
    return Effect.map(Effect.forkDetach(Effect.ensuring(answerTo(members), next)), (fiber) => {
      group.fiber = fiber
    })
  })

  const answerTo = Effect.fnUntraced(function* (members: Arr.NonEmptyReadonlyArray<Member<Request, Answer>>) {
    const answers = yield* Effect.exit(run(Arr.map(members, ({ request }) => request)))
    for (const [index, { answer }] of members.entries())
      yield* Deferred.succeed(answer, answers._tag === "Success" ? answers.value[index] : undefined)
  })

  const leave = (member: Member<Request, Answer>): Effect.Effect<void> => {
    if (waiting.delete(member) || member.group === undefined) return Effect.void
    member.group.members -= 1
    const { fiber, members } = member.group
    // Not waited for: a database may finish the statement first.
    return members > 0 || fiber === undefined ? Effect.void : Effect.asVoid(Effect.forkDetach(Fiber.interrupt(fiber)))
  }

  return (request) =>
    Effect.uninterruptibleMask((restore) => {
      const member: Member<Request, Answer> = { request, answer: Deferred.makeUnsafe() }
      waiting.add(member)
      const answered = Effect.onInterrupt(restore(Deferred.await(member.answer)), () => leave(member))
      if (isBusy) return answered
      isBusy = true
      // Whoever is about to ask as well joins, since some drivers let nobody else run until they are done.
      return Effect.flatMap(Effect.yieldNow, () => {
        if (waiting.size > 1) return Effect.andThen(next, answered)
        waiting.delete(member)
        // Nobody to share with: the request stays in the fiber that asks.
        return Effect.ensuring(
          Effect.map(restore(run([request])), ([own]) => own),
          next
        )
      })
    })
}
