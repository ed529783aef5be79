import { isIP } from "node:net"
import { isPublicAddress } from "./public-address"

const MOST = 500

/**
 * What an endpoint's address must be before anything is asked of it.
 * @param relaxed development: http and own networks too
 * @returns why it cannot be, in a sentence; null when it can
 */
export function endpointProblem(text: string, relaxed: boolean): string | null {
  if (text.length > MOST) return `The address has ${MOST} characters at most`
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return "This is not an address like https://shop.example/hooks"
  }
  if (url.protocol !== "https:" && !(relaxed && url.protocol === "http:")) return "The address begins with https://"
  if (url.username || url.password) return "Leave user and password out of the address: the signature proves who calls"
  if (url.hash) return "Leave the part after # out of the address"
  if (relaxed) return null
  const host = url.hostname.replace(/^\[|\]$/g, "")
  if (
    isIP(host)
      ? !isPublicAddress(host)
      : !host.includes(".") || /\.(local|internal|localhost|lan|home\.arpa)$/i.test(host)
  )
    return "The address is in a private network: it must be reachable from the internet"
  return null
}
