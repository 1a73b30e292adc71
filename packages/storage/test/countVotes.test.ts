import { assert, describe, it } from "@effect/vitest"
import { type Poll, render } from "@zhengyou/core"
import { Result } from "effect"
import fc from "fast-check"
import { countVotes, hashToken, storageTextEn, storageTextZhCN, vetTokens } from "../src/index.ts"

const poll: Poll = {
  id: "p",
  subjects: ["z01", "z02"],
  groups: [{ id: "staff" }],
  questions: [{ id: "overall", choices: ["yes", "no"] }]
}

describe("a token", () => {
  it("has a hash of its own in each poll", () => {
    const token = "a".repeat(22)
    // SHA-256 of the text ["zhengyou/token","p","aaaaaaaaaaaaaaaaaaaaaa"], as sha256sum prints it.
    assert.strictEqual(hashToken("p", token), "a8ff5350af145ee8ab2857425131bce71629aee40ad9b0e1e9c77bf0afc516d9")
    assert.notStrictEqual(hashToken("q", token), hashToken("p", token))
  })

  it("is 22 to 200 letters, digits, hyphens and underscores", () => {
    for (const token of ["a".repeat(22), "Z_-9".repeat(50)]) assert.isDefined(hashToken("p", token))
    for (const token of ["a".repeat(21), "a".repeat(201), `${"a".repeat(22)}\n`, `${"a".repeat(22)} `, "先".repeat(22)])
      assert.isUndefined(hashToken("p", token))
  })

  it("never stands in a refusal", () => {
    const secret = "secret-".repeat(4)
    const bearerOf = () => undefined
    const [answer] = countVotes(poll, [{ token: secret, ballots: [] }], bearerOf).answers
    assert.isDefined(answer)
    const error = Result.getOrThrow(Result.flip(answer))
    const refused = Result.getOrThrow(Result.flip(vetTokens(poll, { group: "staff" }, [secret, secret, `${secret}!`])))
    for (const found of [error, refused])
      for (const text of [found.message, render(storageTextZhCN, found), JSON.stringify(found)])
        assert.notInclude(text, "secret")
    assert.strictEqual(error.message, "the vote was not counted: token was not issued for this poll: check it")
    assert.strictEqual(render(storageTextZhCN, error), "此票未计入：token 不是本次测评发放的票证，请核对")
  })
})

describe("votes", () => {
  it("are refused or counted whatever they hold, and never thrown at", () => {
    const bearerOf = () => ({ group: "staff", isUsed: false })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.jsonValue()), { maxLength: 6 }), (given) => {
        const votes = given.map(([n, ballots]) => ({ token: String(n).repeat(22), ballots: ballots as never }))
        const { answers, used, tally } = countVotes(poll, votes, bearerOf)
        assert.lengthOf(answers, votes.length)
        assert.lengthOf(used, answers.filter(Result.isSuccess).length)
        assert.isTrue(tally.returned.every(({ subject }) => poll.subjects.includes(subject)))
      })
    )
  })

  it("are counted where every ballot is a list of choices that the poll has, once for each subject, and refused otherwise", () => {
    const bearer = { group: "staff", except: "z02", isUsed: false }
    const mostly = <A>(right: fc.Arbitrary<A>) =>
      fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: fc.jsonValue() })
    const ballot = fc.record({
      subject: mostly(fc.constantFrom("z01", "z02", "z09")),
      answers: mostly(
        fc.dictionary(
          mostly(fc.constant("overall")).map((key) => JSON.stringify(key)),
          mostly(fc.constantFrom("yes", "maybe"))
        )
      )
    })
    fc.assert(
      fc.property(mostly(fc.array(ballot, { maxLength: 2 })), (ballots) => {
        const { answers, tally } = countVotes(
          poll,
          [{ token: "a".repeat(22), ballots: ballots as never }],
          () => bearer
        )
        const [answer] = answers
        assert.isDefined(answer)
        const list: ReadonlyArray<unknown> = Array.isArray(ballots) ? ballots : [null]
        const sound = list.filter((one) =>
          ['{"subject":"z01","answers":{}}', '{"subject":"z01","answers":{"overall":"yes"}}'].includes(
            JSON.stringify(one)
          )
        )
        assert.strictEqual(Result.isSuccess(answer), sound.length === list.length && list.length <= 1)
        if (Result.isFailure(answer)) assert.isNotEmpty(answer.failure.faults)
        else assert.lengthOf(tally.returned, list.length)
      }),
      { numRuns: 2000 }
    )
  })

  it("with names that every object inherits are refused", () => {
    const ballots = ["constructor", "toString", "__proto__"].map((name) => ({
      subject: "z01",
      answers: JSON.parse(`{"${name}":"yes"}`)
    }))
    for (const ballot of ballots) {
      const [answer] = countVotes(poll, [{ token: "a".repeat(22), ballots: [ballot] }], () => ({
        group: "staff",
        isUsed: false
      })).answers
      assert.isTrue(answer !== undefined && Result.isFailure(answer))
    }
  })
})

describe("the texts of the store", () => {
  it("are the same in number in both languages", () => {
    assert.deepStrictEqual(Object.keys(storageTextEn).toSorted(), Object.keys(storageTextZhCN).toSorted())
  })
})
