/** Without I, L, O and U, which a tired clerk mixes up; 31 characters, a prime, so that the check finds every slip. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"

const checkCharacter = (body: string): string => {
  let total = 0
  for (const [index, character] of [...body].entries()) total += (index + 3) * ALPHABET.indexOf(character)
  return ALPHABET[total % ALPHABET.length] ?? "0"
}

/** `prefix` `-` 8 characters: seven from `bytes` and a check character that catches a wrong or swapped one. */
function code(prefix: string, bytes: Uint8Array): string {
  if (bytes.length < 7) throw new RangeError("a code needs seven bytes")
  const body = [...bytes.slice(0, 7)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("")
  return `${prefix}-${body}${checkCharacter(body)}`
}

/** The label of a bag, also the payload of its QR code. @param bytes seven random bytes */
export const bagCode = (bytes: Uint8Array): string => code("B", bytes)
/** The number of a return as a person reads it out. @param bytes seven random bytes */
export const returnNumber = (bytes: Uint8Array): string => code("R", bytes)

export function isCode(text: string): boolean {
  const match = /^[BR]-([0-9A-HJKMNP-TV-Y]{7})([0-9A-HJKMNP-TV-Y])$/.exec(text)
  return match !== null && checkCharacter(match[1] ?? "") === match[2]
}
