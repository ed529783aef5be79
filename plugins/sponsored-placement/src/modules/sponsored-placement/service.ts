import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { EventStore } from "../../events/event-store"
import { LiveIndex } from "../../live/live-index"
import { parseOptions, type SponsoredPlacementOptions } from "../../options"
import { AuctionTokens } from "../../token/token"

/** What one process holds of sponsored placement: its tables' connection, the live index, the events' store, the keys. */
export default class SponsoredPlacementModuleService extends MedusaService({}) {
  readonly options: SponsoredPlacementOptions
  readonly db: Knex
  readonly events: EventStore
  readonly live: LiveIndex
  readonly tokens: AuctionTokens

  constructor(cradle: { __pg_connection__: Knex; logger?: Logger }, options: unknown) {
    // eslint-disable-next-line prefer-rest-params -- Medusa's generated base class reads the cradle from `arguments`
    super(...(arguments as unknown as [never]))
    this.options = parseOptions(options)
    this.db = cradle.__pg_connection__
    const warn = (message: string) => cradle.logger?.warn(message)
    this.events = new EventStore(this.options.adDatabaseUrl ?? addressOf(this.db), warn)
    this.live = new LiveIndex(this.db, this.options.timeZone)
    this.tokens = new AuctionTokens(this.options.secret, this.options.previousSecret)
  }

  __hooks = {
    onApplicationStart: async () => void (await this.events.source()),
    onApplicationShutdown: async () => this.events.close(),
  }
}

/** The shop's own database, where the events have no server of their own. */
function addressOf(db: Knex): string {
  const { connection } = db.client.config as { connection: string | { connectionString: string } }
  return typeof connection === "string" ? connection : connection.connectionString
}
