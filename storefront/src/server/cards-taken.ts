import { apiUrl } from "./api-url"

const KEPT_MS = 60_000
const AGAIN_MS = 2_000
const TIMEOUT_MS = 3_000

let known = { cards: false, until: 0 }
let asking: Promise<void> | undefined

/**
 * Whether the API takes cards. Asked once a minute, and for a page only the first time: later pages get the last answer while
 * the next is on its way. No answer changes nothing.
 */
export async function cardsTaken(now = Date.now()): Promise<boolean> {
  if (now >= known.until) {
    const first = known.until === 0
    asking ??= ask().finally(() => {
      asking = undefined
    })
    if (first) await asking
  }
  return known.cards
}

async function ask(): Promise<void> {
  try {
    const response = await fetch(`${apiUrl()}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ storefrontConfig { cardPayments } }" }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const { data } = (await response.json()) as { data?: { storefrontConfig?: { cardPayments?: boolean } } }
    const cards = data?.storefrontConfig?.cardPayments
    known = cards === undefined ? later() : { cards, until: Date.now() + KEPT_MS }
  } catch {
    known = later()
  }
}

const later = () => ({ cards: known.cards, until: Date.now() + AGAIN_MS })
