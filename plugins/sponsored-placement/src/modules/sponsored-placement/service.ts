import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { EventStore } from "../../events/event-store"
import { LiveIndex } from "../../live/live-index"
import { parseOptions, type SponsoredPlacementOptions } from "../../options"
import { AuctionTokens } from "../../token/token"

/** What one process holds of sponsored placement. */
export interface SponsoredParts {
  readonly options: SponsoredPlacementOptions
  readonly db: Knex
  readonly events: EventStore
  readonly live: LiveIndex
  readonly tokens: AuctionTokens
}

export default class SponsoredPlacementModuleService extends MedusaService({}) {
  /** In one object: Medusa wraps every function that it finds on a service, and knex is one. */
  readonly parts: SponsoredParts

  constructor(cradle: { __pg_connection__: Knex; logger?: Logger }, given: unknown) {
    // eslint-disable-next-line prefer-rest-params -- Medusa's generated base class reads the cradle from `arguments`
    super(...(arguments as unknown as [never]))
    const options = parseOptions(given)
    const db = cradle.__pg_connection__
    const warn = (message: string) => cradle.logger?.warn(message)
    this.parts = {
      options,
      db,
      events: new EventStore(options.adDatabaseUrl ?? addressOf(db), warn),
      live: new LiveIndex(db, options.timeZone),
      tokens: new AuctionTokens(options.secret, options.previousSecret),
    }
  }

  __hooks = {
    onApplicationStart: async () => void (await this.parts.events.source()),
    onApplicationShutdown: async () => this.parts.events.close(),
  }
}

/** The shop's own database, where the events have no server of their own. */
function addressOf(db: Knex): string {
  const { connection } = db.client.config as { connection: string | { connectionString: string } }
  return typeof connection === "string" ? connection : connection.connectionString
}
