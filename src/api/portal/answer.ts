import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { maskError } from "../graphql/errors"

const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  NOT_ALLOWED: 403,
  IMPORT_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
}

/** Runs a route and tells its error as GraphQL would: a code and a sentence. */
export async function answering(req: MedusaRequest, res: MedusaResponse, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (thrown) {
    const { message, extensions } = maskError(thrown, (error) =>
      req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(error instanceof Error ? error : String(error)),
    )
    const code = String(extensions.code)
    if (res.headersSent) {
      res.destroy()
      return
    }
    const status = STATUS[code] ?? 400
    if (req.readableEnded) res.status(status).json({ code, message })
    else await answerWhileSending(req, res.status(status), { code, message })
  }
}

const LINGER_MS = 5_000

/**
 * To a sender who has not finished: it may have a gigabyte to go, and must not keep the connection. But one that is closed
 * under its hands never reads the answer, so what it sends is thrown away for a moment.
 */
async function answerWhileSending(req: MedusaRequest, res: MedusaResponse, answer: object): Promise<void> {
  const text = JSON.stringify(answer)
  res.setHeader("connection", "close")
  res.setHeader("content-type", "application/json; charset=utf-8")
  res.setHeader("content-length", Buffer.byteLength(text))
  res.write(text)
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LINGER_MS)
    for (const event of ["end", "close", "error"]) req.once(event, resolve)
    res.once("close", resolve)
    req.once("close", () => clearTimeout(timer))
    req.resume()
  })
  res.end()
}
