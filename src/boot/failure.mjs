// @ts-check
/** What a person can put right: shown as one line, without a stack. */
export class StartFailure extends Error {
  /**
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(message, cause) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = "StartFailure"
  }
}

/**
 * The one line for whatever stopped a start.
 * @param {unknown} error
 */
export function lineOf(error) {
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (
    error instanceof Error ? error : new Error(String(error))
  )
  if (code === "ENOSPC") return "The disk is full: free some space (about 1 GB) and start again."
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `${path ?? "A folder"} cannot be written by this user: give it the rights, or start as its owner.`
  }
  return message.split("\n")[0] ?? "unknown error"
}
