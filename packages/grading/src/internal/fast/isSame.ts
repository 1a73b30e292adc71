/** Whether two rows of numbers are the same. */
export const isSame = (a: Int32Array, b: Int32Array | undefined): boolean => {
  if (a.length !== b?.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
