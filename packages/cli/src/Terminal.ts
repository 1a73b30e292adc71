/** What the command needs of the world around it. */
export interface Terminal {
  /** Writes a result. */
  readonly print: (content: string | Uint8Array) => void
  /** Writes a line about how the work goes on. */
  readonly progress: (line: string) => void
  /** Writes a line about a fault. */
  readonly complain: (line: string) => void
  /** The present instant, such as `2012-04-01T08:00:00.000Z`. */
  readonly now: () => string
}
