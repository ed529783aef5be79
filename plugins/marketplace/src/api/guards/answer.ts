import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GondolaError } from "@gondola/kit"

const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  CONFLICT: 409,
  ORDER_BUSY: 409,
  FILE_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
}

type Guard = (req: MedusaRequest, res: MedusaResponse) => Promise<"next" | void>

/** A middleware whose refusals answer in the shape of Medusa's REST routes; anything else goes to its error handler. */
export const guard =
  (check: Guard) =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    try {
      if ((await check(req, res)) === "next") next()
    } catch (error) {
      if (!(error instanceof GondolaError)) return next(error)
      res
        .status(STATUS[error.code] ?? 400)
        .json({ type: error.code.toLowerCase(), code: error.code, message: error.message })
    }
  }
