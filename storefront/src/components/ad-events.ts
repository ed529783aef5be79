import { graphql, type VariablesOf } from "@/graphql/graphql"
import { askFromBrowser } from "@/lib/browser-api"

const RecordAdEvents = graphql(`
  mutation RecordAdEvents($events: [AdEventInput!]!) {
    recordAdEvents(events: $events)
  }
`)

const ClickAd = graphql(`
  mutation ClickAd($token: String!, $slot: Int!) {
    clickAd(token: $token, slot: $slot)
  }
`)

type AdEvent = VariablesOf<typeof RecordAdEvents>["events"][number]

const FLUSH_MS = 800
let waiting: AdEvent[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Gathers events of a page into few calls; what waits is sent when the page goes away. */
export function recordAdEvent(event: AdEvent): void {
  waiting.push(event)
  timer ??= setTimeout(flush, FLUSH_MS)
  addEventListener("pagehide", flush, { once: true })
}

function flush(): void {
  clearTimeout(timer)
  timer = undefined
  const events = waiting
  waiting = []
  if (events.length > 0) send(askFromBrowser(RecordAdEvents, { events }, { keepalive: true }))
}

/** Outlives the page that the click leaves. */
export function clickAd(token: string, slot: number): void {
  send(askFromBrowser(ClickAd, { token, slot }, { keepalive: true }))
}

/** A lost count must never disturb the shopper. */
function send(call: Promise<unknown>): void {
  call.catch(() => undefined)
}
