import { apiUrl } from "./api-url"

const KEPT_MS = 60_000
const AGAIN_MS = 2_000
const TIMEOUT_MS = 3_000

/**
 * Whether the API takes cards. Asked once a minute, and for a page only the first time: later pages get the last answer while
 * the next is on its way. No answer changes nothing.
 */
export function cardsAsker(): (now?: number) => Promise<boolean> {
  let known = { cards: false, until: 0 }
  let asking: Promise<void> | undefined
  const ask = async (): Promise<void> => {
    const cards = await answerOfApi()
    known =
      cards === undefined
        ? { cards: known.cards, until: Date.now() + AGAIN_MS }
        : { cards, until: Date.now() + KEPT_MS }
  }
  return async (now = Date.now()) => {
    if (now < known.until) return known.cards
    const first = known.until === 0
    asking ??= ask().finally(() => {
      asking = undefined
    })
    if (first) await asking
    return known.cards
  }
}

export const cardsTaken = cardsAsker()

async function answerOfApi(): Promise<boolean | undefined> {
  try {
    const response = await fetch(`${apiUrl()}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ storefrontConfig { cardPayments } }" }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const { data } = (await response.json()) as { data?: { storefrontConfig?: { cardPayments?: boolean } } }
    return data?.storefrontConfig?.cardPayments
  } catch {
    return undefined
  }
}
