const DEVELOPMENT_API = "http://localhost:9000"

let address = DEVELOPMENT_API

/** The API's address is told at run time by /config.json, so that one build serves every installation. */
export async function loadConfig(): Promise<void> {
  const told = await fetch("/config.json", { cache: "no-store" })
    .then(async (response) => (response.ok ? ((await response.json()) as { apiUrl?: string }).apiUrl : undefined))
    .catch(() => undefined)
  address = (told ?? DEVELOPMENT_API).replace(/\/$/, "")
}

export const apiUrl = (): string => address

/** Pictures of the API come as paths of its own, others as whole addresses. */
export const pictureUrl = (source: string): string => (source.startsWith("/") ? `${address}${source}` : source)
