import { lookup as resolveHost, type LookupAddress } from "node:dns"
import { request as httpRequest } from "node:http"
import { request as httpsRequest } from "node:https"
import { isIP, type LookupFunction } from "node:net"
import { isPublicAddress } from "./public-address"

export interface Posted {
  /** Null when no answer came. */
  readonly status: number | null
  readonly tookMs: number
  /** The beginning of the answer, or what kept it from coming. */
  readonly excerpt: string | null
  readonly error: string | null
}

const PATIENCE_MS = 10_000
const READ_BYTES = 2_000
const SHOWN = 500

const printable = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what has to go
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, " ").slice(0, SHOWN)

/**
 * Decides on the very addresses that are connected to, so that a name cannot show one address to a check and another to
 * the call (DNS rebinding).
 */
const publicLookup: LookupFunction = (host, options, done) => {
  resolveHost(host, { all: true }, (error, addresses: LookupAddress[]) => {
    const blocked = addresses?.find((each) => !isPublicAddress(each.address))
    if (error || blocked || !addresses[0]) return done(error ?? new Error(`${host} is in a private network`), "", 0)
    if (options.all) (done as unknown as (error: null, all: LookupAddress[]) => void)(null, addresses)
    else done(null, addresses[0].address, addresses[0].family)
  })
}

/** One POST without redirects, ten seconds at most. Never throws: the outcome is written into the delivery log. */
export function post(
  url: string,
  body: string,
  options: { readonly headers: Readonly<Record<string, string>>; readonly relaxed: boolean },
): Promise<Posted> {
  const began = performance.now()
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, "")
  const failed = (error: string): Posted => ({
    status: null,
    tookMs: Math.round(performance.now() - began),
    excerpt: null,
    error,
  })
  if (!options.relaxed && (target.protocol !== "https:" || (isIP(host) && !isPublicAddress(host))))
    return Promise.resolve(failed("The address is not a public https address"))
  return new Promise((settle) => {
    const send = target.protocol === "https:" ? httpsRequest : httpRequest
    const call = send(
      target,
      {
        method: "POST",
        headers: { ...options.headers, "content-length": String(Buffer.byteLength(body)) },
        ...(options.relaxed ? {} : { lookup: publicLookup }),
        signal: AbortSignal.timeout(PATIENCE_MS),
        agent: false,
      },
      (answer) => {
        let text = ""
        const finish = () => {
          settle({
            status: answer.statusCode ?? null,
            tookMs: Math.round(performance.now() - began),
            excerpt: printable(text) || null,
            error: null,
          })
          answer.destroy()
        }
        answer.setEncoding("utf8")
        answer.on("data", (chunk: string) => {
          text += chunk
          if (text.length >= READ_BYTES) finish()
        })
        answer.on("end", finish)
        // A status has come: a body that breaks off does not take it back.
        answer.on("error", finish)
      },
    )
    call.on("error", (error) => {
      const late = error.name === "AbortError" || error.name === "TimeoutError"
      settle(failed(late ? `No answer within ${PATIENCE_MS / 1000} seconds` : printable(error.message)))
    })
    call.end(body)
  })
}
