import { z } from "zod"

const schema = z.object({
  /** Signs and seals the auction tokens. */
  secret: z.string().min(16),
  /** The one before: its tokens stay good while the key is changed. */
  previousSecret: z.string().min(16).optional(),
  /** Server of the events; the shop's own when absent. */
  adDatabaseUrl: z.string().optional(),
  /** Headless browsers are robots; a demonstration that is walked through by one says no. */
  headlessIsBot: z.boolean().default(true),
  /** Whose midnight ends a budget day. */
  timeZone: z
    .string()
    .default("Europe/Paris")
    .refine((zone) => {
      try {
        return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }))
      } catch {
        return false
      }
    }, "is not a time zone"),
})

export type SponsoredPlacementOptions = z.infer<typeof schema>

/** @throws Error in one line, at start */
export function parseOptions(given: unknown): SponsoredPlacementOptions {
  const result = schema.safeParse(given ?? {})
  if (result.success) return result.data
  const why = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")
  throw new Error(`@gondola/sponsored-placement: ${why}`)
}
