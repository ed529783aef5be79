import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"
import { type CommonErrorCode, GondolaError } from "./errors"

/** What is left after a try. */
export interface Allowance {
  readonly limit: number
  readonly remaining: number
  /** Until it begins anew. */
  readonly seconds: number
}

export interface RateLimit {
  /** @throws TOO_MANY_REQUESTS, with the seconds to wait in `details` */
  take(key: string): Promise<Allowance>
  /** Forgives a key, for example after the right password. */
  forget(key: string): Promise<void>
}

/** `points` tries in `seconds`, counted in this process. */
export function rateLimit(name: string, points: number, seconds: number): RateLimit {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  return {
    async take(key) {
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(key.toLowerCase())
        return { limit: points, remaining: remainingPoints, seconds: Math.ceil(msBeforeNext / 1000) }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        const wait = Math.ceil(refused.msBeforeNext / 1000)
        throw new GondolaError<CommonErrorCode>(
          "TOO_MANY_REQUESTS",
          `Too many tries. Wait ${wait} seconds and try again.`,
          {
            details: { seconds: wait },
          },
        )
      }
    },
    async forget(key) {
      await limiter.delete(key.toLowerCase())
    },
  }
}
