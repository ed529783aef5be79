import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { maskError } from "../graphql/errors"

const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  NOT_ALLOWED: 403,
  FILE_TOO_BIG: 413,
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
    // A body that nobody will read must not keep the connection: the sender may have a gigabyte to go.
    if (!req.readableEnded) res.setHeader("connection", "close")
    res.status(STATUS[code] ?? 400).json({ code, message })
  }
}
