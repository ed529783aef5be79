/**
 * What a member may have in the bell only. Everything else (decisions, suspensions, deadlines, invitations, privacy) is
 * always mailed as well.
 */
export const OPTIONAL_KINDS: readonly string[] = []

export const isMandatory = (kind: string): boolean => !OPTIONAL_KINDS.includes(kind)
