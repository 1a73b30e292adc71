import { type Language, render } from "@zhengyou/core"
import { cliTextEn } from "./texts/en.ts"
import type { CliMessage } from "./texts/messages.ts"
import { cliTextZhCN } from "./texts/zh-CN.ts"

/** One of the command's own messages in the language asked for. */
export const say = (message: CliMessage, language: Language): string =>
  render(language === "en" ? cliTextEn : cliTextZhCN, message)
