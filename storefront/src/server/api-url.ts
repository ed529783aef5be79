/** Read at every call: one build serves any API address. */
export function apiUrl(): string {
  return (process.env.GONDOLA_API_URL ?? "http://localhost:9000").replace(/\/+$/, "")
}
