import createMiddleware from "next-intl/middleware"
import { routing } from "./i18n/routing"

export default createMiddleware(routing)

export const config = {
  // Pages only. A dot does not make a file: the token of an order has one.
  matcher: ["/((?!_next/|.*\\.(?:svg|png|jpg|ico|txt|xml|json|webmanifest)$).*)"],
}
