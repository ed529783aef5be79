import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { BrowserContext } from "playwright-core"
import type { StripeDouble } from "@gondola/marketplace"

const SCRIPT = readFileSync(join(__dirname, "stripe-js-double.js"), "utf8")

/** Cards of Stripe's documentation for tests. */
export const CARDS = {
  good: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  asksTheBank: "4000 0025 0000 3155",
} as const

const page = (body: string): string => `<!doctype html><html lang="en"><title>Bank</title><main>${body}</main></html>`

/**
 * Answers Stripe's three addresses in the browser's stead: its script (our stand-in, see there), its API for the confirmation
 * of a card, and the page of a bank that asks for more. The intents are those of the double that the API talks to. Any other
 * address of Stripe fails the test by not being answered.
 */
export async function stripeInBrowser(context: BrowserContext, double: StripeDouble): Promise<void> {
  await context.route("https://js.stripe.com/**", (route) =>
    route.fulfill({ contentType: "text/javascript", body: SCRIPT }),
  )
  await context.route("https://api.stripe.com/**", (route) => {
    const id = /payment_intents\/([^/]+)\/confirm/.exec(route.request().url())![1]!
    return route.fulfill({ json: double.confirm(id), headers: { "access-control-allow-origin": "*" } })
  })
  await context.route("https://hooks.stripe.com/**", (route) => {
    const asked = new URL(route.request().url()).searchParams
    const intent = asked.get("intent")!
    const back = new URL(asked.get("back")!)
    back.searchParams.set("payment_intent", intent)
    back.searchParams.set("payment_intent_client_secret", `${intent}_secret`)
    if (asked.has("answer")) {
      if (asked.get("answer") === "yes") double.confirm(intent)
      back.searchParams.set("redirect_status", asked.get("answer") === "yes" ? "succeeded" : "failed")
      return route.fulfill({ status: 302, headers: { location: back.toString() } })
    }
    const link = (answer: string) => `?${new URLSearchParams([...asked, ["answer", answer]]).toString()}`
    const choice = `<h1>Bank</h1><a href="${link("yes")}">Approve</a> <a href="${link("no")}">Refuse</a>`
    return route.fulfill({ contentType: "text/html", body: page(choice.replace(/&/g, "&amp;")) })
  })
}
