import { tmpdir } from "node:os"
import { join } from "node:path"
import { z } from "zod"

const schema = z.object({
  /** Folder of the files that people hand in for an import; kept for 30 days. */
  uploads: z.string().default(join(tmpdir(), "gondola-uploads")),
  /** The most that one file may weigh, in bytes. */
  mostUploadBytes: z
    .number()
    .int()
    .positive()
    .default(64 * 1024 * 1024),
})

export type MarketplaceOptions = z.output<typeof schema>

/** Options of other parts of the plugin are read where they are used. @throws Error in one line, at start */
export function parseOptions(given: unknown): MarketplaceOptions {
  const result = schema.safeParse(given ?? {})
  if (result.success) return result.data
  const why = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")
  throw new Error(`@gondola/marketplace: ${why}`)
}
