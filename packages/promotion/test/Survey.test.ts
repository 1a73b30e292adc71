import { surveyCoverage } from "@zhengyou/promotion"
import { Result } from "effect"
import { expect, it } from "vitest"
import { d, named } from "./support.ts"

const aspects = ["支部设置", "支委班子", "组织制度", "组织保障", "作用发挥", "党政配合"].map((name) => ({
  id: name,
  name
}))
const [head, ...rest] = aspects
if (head === undefined) throw new Error("no aspects")
const form = { id: "survey", title: "调查摸底表", aspects: [head, ...rest] } as const
const findings = (unsound: ReadonlyArray<string> = []) =>
  aspects.map(({ id }) => ({ aspect: id, sound: !unsound.includes(id), note: "" }))
const record = (unit: string, batch: string, of = findings()) => ({
  unit,
  batch,
  on: d("2012-02-20"),
  by: "调查组",
  findings: of
})
const units = ["z01", "z02", "z03"].map((id) => named(id))

it("a survey says what is still to be done, batch by batch, and where it found what", () => {
  const coverage = surveyCoverage(form, units, [record("z02", "1"), record("z01", "2", findings(["组织制度"]))])
  const { batches, missing, unsound } = Result.getOrThrow(coverage)
  expect(batches).toEqual([
    { batch: "1", units: ["z02"] },
    { batch: "2", units: ["z01"] }
  ])
  expect(missing).toEqual(["z03"])
  expect(unsound.filter(({ units: of }) => of.length > 0)).toEqual([{ aspect: aspects[2], units: ["z01"] }])
})

it("a survey is refused with every fault", () => {
  const odd = [{ aspect: "经费", sound: true, note: "" }, ...findings().slice(1), ...findings().slice(5)]
  const refused = surveyCoverage(form, units, [record("z09", "1"), record("z01", "1"), record("z01", "2", odd)])
  const { faults } = Result.getOrThrow(Result.flip(refused))
  expect(faults.map(({ path, problem }) => `${path.join(".")} ${problem._tag}`)).toEqual([
    "records.0.unit UnknownUnit",
    "records.2.unit SurveyedTwice",
    "records.2.findings.0.aspect UnknownAspect",
    "records.2.findings.6.aspect AspectTwice",
    "records.2.findings AspectMissing"
  ])
})
