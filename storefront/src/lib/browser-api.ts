import { print } from "@0no-co/graphql.web"
import type { TadaDocumentNode } from "gql.tada"

/** Element of the layout that tells the browser where the API is. */
export const CONFIG_ELEMENT = "gondola-config"

let known: string | undefined

export function browserApiUrl(): string {
  known ??= (JSON.parse(document.getElementById(CONFIG_ELEMENT)?.textContent ?? "{}") as { apiUrl?: string }).apiUrl
  return known ?? ""
}

/** A call from the browser itself: suggestions and ad events only; everything else goes through the shop's server. */
export async function askFromBrowser<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  init: Pick<RequestInit, "signal" | "keepalive"> = {},
): Promise<Result> {
  const response = await fetch(`${browserApiUrl()}/graphql`, {
    ...init,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: print(document), variables }),
  })
  const answer = (await response.json()) as { data?: Result; errors?: unknown[] }
  if (!answer.data || answer.errors) throw new Error("The API refused")
  return answer.data
}
