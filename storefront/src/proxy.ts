import type { NextRequest } from "next/server"
import createMiddleware from "next-intl/middleware"
import { routing } from "./i18n/routing"
import { contentPolicy } from "./lib/content-policy"
import { apiUrl } from "./server/api-url"
import { cardsTaken } from "./server/cards-taken"

const localised = createMiddleware(routing)

/** The language of the page, and where it may load from. */
export default async function proxy(request: NextRequest) {
  const [response, cards] = [localised(request), await cardsTaken()]
  const development = process.env.NODE_ENV === "development"
  response.headers.set("content-security-policy", contentPolicy({ api: apiUrl(), cards, development }))
  return response
}

export const config = {
  // Pages only. A dot does not make a file: the token of an order has one.
  matcher: ["/((?!_next/|.*\\.(?:svg|png|jpg|ico|txt|xml|json|webmanifest)$).*)"],
}
