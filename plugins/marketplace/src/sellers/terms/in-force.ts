export interface TermsVersion {
  readonly version: number
  readonly effectiveAt: Date
}

const DAY_MS = 86_400_000

/** P2B art. 3: changed terms bind after fifteen days at the earliest. */
export const TERMS_NOTICE_DAYS = 15

export const earliestEffect = (now: Date): Date => new Date(+now + TERMS_NOTICE_DAYS * DAY_MS)

/** The newest version whose day has come; null before there is one. */
export function termsInForce<T extends TermsVersion>(versions: readonly T[], now: Date): T | null {
  const bound = versions.filter(({ effectiveAt }) => effectiveAt <= now)
  return bound.reduce<T | null>((newest, each) => (newest && newest.version > each.version ? newest : each), null)
}

/** A version that sellers may accept ahead of its day. */
export function termsAhead<T extends TermsVersion>(versions: readonly T[], now: Date): T | null {
  const ahead = versions.filter(({ effectiveAt }) => effectiveAt > now)
  return ahead.reduce<T | null>((newest, each) => (newest && newest.version > each.version ? newest : each), null)
}

/** Whoever accepted a later version ahead of its day accepted what is in force as well. */
export const boundByTerms = (
  versions: readonly TermsVersion[],
  accepted: { readonly atApplication: boolean; readonly version: number | null },
  now: Date,
): boolean => {
  const inForce = termsInForce(versions, now)
  return inForce ? (accepted.version ?? 0) >= inForce.version : accepted.atApplication
}
