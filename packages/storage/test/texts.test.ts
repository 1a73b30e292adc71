import { assert, describe, it } from "@effect/vitest"
import { render } from "@zhengyou/core"
import { Schema } from "effect"
import {
  type BallotProblem,
  ChainBroken,
  NotStorable,
  PollInvalid,
  PollInWrongState,
  QueryInvalid,
  ReadModelUnavailable,
  RebuildOvertaken,
  SnapshotInvalid,
  type StorageMessage,
  StoredDataInvalid,
  StoreTrouble,
  StoreUnavailable,
  storageTextEn,
  storageTextZhCN,
  TokensRefused,
  VersionConflict,
  VoteRefused
} from "../src/index.ts"

const conflict = new VersionConflict({ stream: "2012 年定级", expected: 3, actual: 5 })
const faults = [{ path: ["meta", "actor"], problem: { _tag: "Missing" as const } }]

describe("the store's refusals", () => {
  it("speak Chinese and English", () => {
    assert.strictEqual(conflict.message, '"2012 年定级" is at version 5, not 3: read it again and decide again')
    assert.strictEqual(render(storageTextZhCN, conflict), "“2012 年定级”已是第 5 版，而不是第 3 版，请重新读取后再定")
    const invalid = new StoredDataInvalid({ stream: "s", version: 7, why: { _tag: "WrongShape", faults } })
    assert.strictEqual(render(storageTextZhCN, invalid), "“s”第 7 版无法使用：meta.actor 缺少此项，请补上")
    const notStorable = new NotStorable({ faults })
    assert.strictEqual(notStorable.message, "this cannot be stored: meta.actor is missing: give it a value")
    const broken = new ChainBroken({ stream: "s", breaks: [{ version: 2, problem: "altered" }] })
    assert.strictEqual(render(storageTextZhCN, broken), "“s”写入后被改动：第 2 版被改动，请与备份核对")
  })

  it("say something of every trouble", () => {
    for (const trouble of StoreTrouble.literals) {
      const error = new StoreUnavailable({ operation: "open", trouble, retryable: false, cause: "x" })
      assert.notInclude(error.message, "undefined")
      assert.match(render(storageTextZhCN, error), /^存储无法打开：[^（]+（x）$/)
    }
  })

  it("go out as JSON and come back as themselves", () => {
    const wire = Schema.encodeSync(VersionConflict)(conflict)
    assert.deepStrictEqual(wire, { _tag: "VersionConflict", stream: "2012 年定级", expected: 3, actual: 5 })
    assert.instanceOf(Schema.decodeUnknownSync(VersionConflict)(wire), VersionConflict)
  })

  it("say what to do about read models, polls and snapshots", () => {
    const model = { model: "rounds", version: 2 }
    const vote: ReadonlyArray<{ readonly path: ReadonlyArray<string>; readonly problem: BallotProblem }> = [
      { path: ["a"], problem: { _tag: "Doubled" } },
      { path: ["b"], problem: { _tag: "NotInPoll", found: "好", known: ["满意", "不满意"] } },
      { path: ["c"], problem: { _tag: "NotForVoter", subject: "z01" } },
      { path: ["d"], problem: { _tag: "TokenMalformed" } },
      { path: ["e"], problem: { _tag: "TokenIssuedBefore" } },
      { path: ["f"], problem: { _tag: "TokenUnknown" } },
      { path: ["g"], problem: { _tag: "TokenUsed" } }
    ]
    const breaks = [{ version: 2, problem: "missing" }] as const
    const said: ReadonlyArray<readonly [StorageMessage & Error, en: RegExp, zh: RegExp]> = [
      [
        new ReadModelUnavailable({ ...model, trouble: "not-given" }),
        /"rounds": give it when/,
        /“rounds”第 2 版，请在打开时给出/
      ],
      [
        new ReadModelUnavailable({ ...model, trouble: "not-built" }),
        /not built yet: rebuild it/,
        /第 2 版尚未建立，请先重建/
      ],
      [new RebuildOvertaken(model), /another rebuild .* has begun since/, /已另行开始重建/],
      [new QueryInvalid({ faults }), /meta\.actor is missing/, /meta\.actor 缺少此项/],
      [new PollInvalid({ faults: vote.slice(0, 1) }), /a stands twice: keep one/, /a 重复出现/],
      [
        new TokensRefused({ faults: vote.slice(3, 5) }),
        /d is no token.*; e was issued before/,
        /d 不是票证.*；e 已发放给他人/
      ],
      [
        new VoteRefused({ faults: vote }),
        /b the poll has no "好": use one of 满意, 不满意; c this voter does not rate "z01".*f was not issued.*g was used already/,
        /b 测评中没有“好”，可用的有：满意、不满意；c 该投票人不评议“z01”.*f 不是本次测评发放的票证.*g 已经使用/
      ],
      [
        new SnapshotInvalid({ faults: [{ path: ["log"], problem: { _tag: "ChainBroken", stream: "s", breaks } }] }),
        /log "s" was changed after it was written: version 2 is missing/,
        /log “s”写入后被改动：第 2 版缺失/
      ]
    ]
    for (const [error, en, zh] of said) {
      assert.match(error.message, en)
      assert.match(render(storageTextZhCN, error), zh)
    }
    const states = ["absent", "open", "closed", "different"] as const
    const texts = states.map((state) => new PollInWrongState({ poll: "p", state }))
    for (const catalogue of [storageTextEn, storageTextZhCN])
      assert.strictEqual(new Set(texts.map((error) => render(catalogue, error))).size, states.length)
  })
})
