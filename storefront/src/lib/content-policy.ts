export interface PolicyFacts {
  /** Where the browser finds the API: suggestions, ad events, pictures. */
  readonly api: string
  readonly cards: boolean
  /** The development server evaluates what it reloads, and listens on a socket. */
  readonly development: boolean
}

const STRIPE = "https://js.stripe.com"

/**
 * Where a page of the shop may load from. Stripe's script, frames and API are let in only where cards are taken. Sellers'
 * pictures may come from anywhere.
 */
export function contentPolicy({ api, cards, development }: PolicyFacts): string {
  const stripe = (...hosts: string[]) => (cards ? hosts : [])
  const rules: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'", ...(development ? ["'unsafe-eval'"] : []), ...stripe(STRIPE)],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", "https:", originOf(api)],
    "font-src": ["'self'"],
    "connect-src": ["'self'", originOf(api), ...(development ? ["ws:"] : []), ...stripe("https://api.stripe.com")],
    "frame-src": cards ? [STRIPE, "https://hooks.stripe.com"] : ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ")
}

const originOf = (address: string): string => new URL(address).origin
