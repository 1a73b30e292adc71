import { type Exact, formatBeside, formatExact } from "@zhengyou/core"

/** A number in full where its decimals end; otherwise about, with places enough to stay on its own side of every bound. */
export const figureText = (x: Exact, bounds: ReadonlyArray<Exact> = []): string => {
  const full = formatExact(x)
  return full.includes("/") ? `≈${formatBeside(x, bounds, 4)}` : full
}
