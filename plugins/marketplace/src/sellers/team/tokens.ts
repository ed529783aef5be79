import { createHash, randomBytes } from "node:crypto"

/** 256 random bits: the link is the key, and only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString("base64url")

export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex")
