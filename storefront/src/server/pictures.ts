import { apiUrl } from "./api"

/** Pictures come as absolute addresses or relative to the API. */
export function pictureUrl(url: string | null | undefined): string | null {
  if (!url) return null
  return url.startsWith("/") && !url.startsWith("//") ? `${apiUrl()}${url}` : url
}
