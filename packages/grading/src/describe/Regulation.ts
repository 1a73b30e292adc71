import type { Language } from "@zhengyou/core"

/** One item of an article (项), with items of its own under it. */
export interface RegulationItem {
  readonly text: string
  readonly items: ReadonlyArray<RegulationItem>
}

/** An article (条). Numbers run from 1 through all chapters. */
export interface RegulationArticle extends RegulationItem {
  readonly number: number
}

/** A chapter (章). */
export interface RegulationChapter {
  readonly number: number
  readonly title: string
  readonly articles: ReadonlyArray<RegulationArticle>
}

/** A rule book as the regulation that it is (办法正文): chapters of numbered articles, in one language. */
export interface Regulation {
  readonly language: Language
  readonly title: string
  readonly chapters: ReadonlyArray<RegulationChapter>
}
