import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graphql, type GraphQLSchema } from "graphql"
import { CLOCK, type GraphqlContext, type SignedIn } from "@gondola/kit"
import { gondolaSchema } from "../api/graphql/schema"

const DAY = 86_400_000

/** Where the demonstration is played: what is done through it is what a person could have done on the pages. */
export class Stage {
  readonly #schema: GraphQLSchema = gondolaSchema()
  readonly #today = Date.now()
  #now = new Date(this.#today)

  constructor(readonly container: MedusaContainer) {
    container.register({ [CLOCK]: asValue({ now: () => this.#now }) })
  }

  get now(): Date {
    return this.#now
  }

  /** Moves the clock of the marketplace: 0 is today, 1.5 was a day and a half ago. */
  daysAgo(days: number): void {
    this.#now = new Date(this.#today - days * DAY)
  }

  /** Says on the terminal how far it is; `npm start` shows these lines. */
  tell(line: string): void {
    process.stdout.write(`demo: ${line}\n`)
  }

  /** Asks the marketplace's own API, as the one who is signed in. */
  async ask<Answer>(
    signedIn: SignedIn | null,
    document: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const result = await graphql({
      schema: this.#schema,
      source: document,
      variableValues: variables,
      contextValue: this.#context(signedIn, headers),
    })
    const [error] = result.errors ?? []
    if (error) throw new Error(`${error.message} (${error.path?.join(".") ?? document.slice(0, 60)})`, { cause: error })
    return result.data as Answer
  }

  #context(signedIn: SignedIn | null, headers: Record<string, string>): GraphqlContext {
    const cache = new Map<string, unknown>()
    return {
      scope: this.container,
      clock: { now: () => this.#now },
      signedIn,
      address: "127.0.0.1",
      header: (name) => headers[name.toLowerCase()],
      once: <T>(key: string, make: () => T): T => {
        if (!cache.has(key)) cache.set(key, make())
        return cache.get(key) as T
      },
    }
  }
}
