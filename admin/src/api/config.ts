const DEVELOPMENT_API = "http://localhost:9000"

let address: Promise<string> | undefined

/** The API's address is told at run time by /config.json, so that one build serves every installation. */
export function apiUrl(): Promise<string> {
  address ??= fetch("/config.json", { cache: "no-store" })
    .then(async (response) => (response.ok ? ((await response.json()) as { apiUrl?: string }).apiUrl : undefined))
    .catch(() => undefined)
    .then((url) => (url ?? DEVELOPMENT_API).replace(/\/$/, ""))
  return address
}
