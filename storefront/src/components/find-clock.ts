import { graphql } from "@/graphql/graphql"
import { askFromBrowser } from "@/lib/browser-api"
import { endFind } from "@/lib/find-timer"

const NoteFind = graphql(`
  mutation NoteFind($seconds: Int!, $productId: ID!) {
    noteFind(seconds: $seconds, productId: $productId)
  }
`)

/** Something was put in the basket: of a shopper who agreed, how long it took. A lost measure must disturb nobody. */
export function noteFind(productId: string): void {
  try {
    const seconds = endFind(localStorage, sessionStorage, new Date())
    if (seconds !== null) askFromBrowser(NoteFind, { seconds, productId }, { keepalive: true }).catch(() => undefined)
  } catch {
    // A browser that forbids storage is not measured.
  }
}
