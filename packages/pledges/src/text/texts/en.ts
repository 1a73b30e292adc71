import type { Catalogue } from "@zhengyou/core"
import type { HiddenCharacters } from "../normalise.ts"
import type { TextFinding } from "../TextFinding.ts"
import { percentShared } from "./percentShared.ts"

const kinds: Record<HiddenCharacters["kind"], string> = {
  zeroWidth: "character(s) without width",
  bidirectional: "character(s) that turn the direction of the text",
  control: "control character(s)",
  combining: "mark(s) set on an ideograph",
  loneSurrogate: "broken character(s)",
  lookAlikeDigit: "letter(s) or fancy digit(s) that look like a digit"
}

/** The English texts of what is found in the text of a pledge, with what to write instead. */
export const textFindingEn: Catalogue<TextFinding> = {
  HiddenText: ({ kind, count, span }) =>
    `there are ${count} ${kinds[kind]} from character ${span.from + 1} on: type the place again`,
  VagueWording: ({ words }) =>
    `"${words}" stands in a sentence without a number or a result: say what is done, for whom and how much of it`,
  Slogan: ({ words }) => `"${words}" is a slogan, which cannot be kept or checked: say one thing that will be done`,
  OrdinaryDuty: ({ words }) =>
    `there is nothing beyond "${words}", which is owed anyway: pledge something beyond the duties of the post`,
  NoMeasure: () =>
    'there is no number and no result: give a figure ("at least 12 times") or what will be there at the end',
  NoBaseline: ({ words }) =>
    `"${words}" compares with a figure that is not given: write "from 8% to 5%", or what the figure was`,
  NoTime: () => "there is no date, term or frequency: say by when, or how often",
  NoEvidence: () => "nothing says how it is verified: say where it is published, who confirms it, or by which record",
  Copied: ({ of, among, shared, total, copies }) =>
    `is the same as ${among === "earlier" ? "the earlier" : "the current"} "${of}" to ${percentShared({ shared, total })}% (${shared} of ${total} pairs of characters, figures aside), and like ${copies} text(s) in all: write what this post does for whom`
}
