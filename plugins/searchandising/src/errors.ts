import type { CommonErrorCode } from "@gondola/kit"

/** Everything this plugin may answer to a caller. */
export type SearchandisingErrorCode = CommonErrorCode | "INDEX_NOT_READY"
