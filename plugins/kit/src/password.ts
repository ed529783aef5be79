import { ZxcvbnFactory } from "@zxcvbn-ts/core"
import * as common from "@zxcvbn-ts/language-common"
import { GondolaError } from "./errors"

export type PasswordErrorCode = "PASSWORD_TOO_WEAK"

const MIN_LENGTH = 10
/** zxcvbn's scale goes from 0 to 4; 3 withstands 10^8 guesses. */
const MIN_SCORE = 3
/** Longer ones are cut before scoring: its cost grows with the square of the length. */
const SCORED_LENGTH = 128

const factory = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })

/**
 * Medusa accepts any password; we do not.
 * @param known words of the person (e-mail, names) that make a password easier to guess
 * @throws PASSWORD_TOO_WEAK
 */
export function assertStrongPassword(password: string, known: readonly string[] = []): void {
  const weak = (why: string) => new GondolaError<PasswordErrorCode>("PASSWORD_TOO_WEAK", why)
  if (password.length < MIN_LENGTH) throw weak(`Use at least ${MIN_LENGTH} characters`)
  const { score } = factory.check(password.slice(0, SCORED_LENGTH), [...known])
  if (score < MIN_SCORE)
    throw weak("This password is easy to guess: use several unusual words, not a name, a date or a row of keys")
}
