import type { Id, Text } from "@zhengyou/core"
import { plainly } from "../../internal/say.ts"
import type { Breach } from "../../Law.ts"
import type { PromotionLaw, PromotionLawCase, PromotionSetting } from "../PromotionLaw.ts"

type Of<Tag extends PromotionLawCase["_tag"]> = Extract<PromotionLawCase, { readonly _tag: Tag }>

/** No reason why a law should not apply. */
export const always = (): undefined => undefined

/** A law that looks at cases of one kind. */
export const lawOf = <Tag extends PromotionLawCase["_tag"]>(
  tag: Tag,
  law: Omit<PromotionLaw, "examine"> & {
    readonly examine: (setting: PromotionSetting, one: Of<Tag>) => Breach | undefined
  }
): PromotionLaw => ({
  ...law,
  examine: (setting, one) => (isOf(one, tag) ? law.examine(setting, one) : undefined)
})

const isOf = <Tag extends PromotionLawCase["_tag"]>(one: PromotionLawCase, tag: Tag): one is Of<Tag> => one._tag === tag

const asText = (words: Text | string): Text => (typeof words === "string" ? plainly(words) : words)

/** What was expected and found, of a unit where it is about one. */
export const breach = (expected: Text | string, found: Text | string, unit?: Id): Breach => ({
  ...(unit === undefined ? {} : { unit }),
  expected: asText(expected),
  found: asText(found)
})
