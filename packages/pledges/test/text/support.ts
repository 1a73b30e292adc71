import fc from "fast-check"

/** Characters in which pledges are written, and those with which checks are evaded. */
const characters = [
  ..."加强学习走访学生宿舍六月底前不少于十二次，。；、：（）“”％",
  ..."abzAZ019oOlI ",
  ..."ＡＢ０９．，　①⑵é́ﬁ⼯③𝟗٣",
  ..."\u200b\u200e\u202e\ufeff\u00ad\ufe0f\t\n\r\u0085\u0000\u0301",
  "\ud800",
  "\udc00",
  "𠮷"
]

/** Texts of up to a few dozen such characters. */
export const hostileText = fc.array(fc.constantFrom(...characters), { maxLength: 40 }).map((units) => units.join(""))

/** Texts without lone surrogates. */
export const wellFormedText = hostileText.map((text) => text.toWellFormed().replaceAll("\ufffd", ""))
