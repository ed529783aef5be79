import { badInput, type GraphqlContext } from "@gondola/kit"

export const HIT_TYPES = ["ORDER", "SELLER", "PRODUCT", "OFFER", "DOCUMENT", "RETURN", "CAMPAIGN"] as const
export type HitType = (typeof HIT_TYPES)[number]

export interface PortalHit {
  readonly type: HitType
  readonly id: string
  /** What one would type to find exactly this: #1042, FA-2026-000012. */
  readonly title: string
  readonly subtitle: string
}

/**
 * Where the portal's search looks. A source answers only what the caller may see anyway, and nothing to callers that it
 * is not for; `text` is trimmed and at least two characters long.
 */
export type SearchSource = (context: GraphqlContext, text: string, limit: number) => Promise<readonly PortalHit[]>

const SHORTEST = 2
const LONGEST = 80
const MOST = 10

/** The best hits of every source, in the order of the sources. @throws BAD_INPUT for a limit outside 1–10 */
export async function portalSearch(
  sources: readonly SearchSource[],
  context: GraphqlContext,
  asked: { readonly text: string; readonly limit: number },
): Promise<PortalHit[]> {
  const { limit } = asked
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw badInput(`limit goes from 1 to ${MOST}`)
  const text = asked.text.trim().slice(0, LONGEST)
  // A bare # finds every order; one letter finds half of everything.
  if (text.replace(/^#/, "").length < (/\d/.test(text) ? 1 : SHORTEST)) return []
  const found = await Promise.all(sources.map((source) => source(context, text, limit)))
  return found.flat()
}

/** For SQL: the text anywhere in a column. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`
