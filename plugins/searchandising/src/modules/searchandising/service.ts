import { MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { OutboxWorker } from "../../outbox/worker"
import { QueryLog } from "../../log/query-log"
import { RuleBook } from "../../rules/rule-book"

/** Rules, log and outbox of the search. The index itself belongs to Medusa's Search Module. */
export default class SearchandisingModuleService extends MedusaService({}) {
  readonly rules: RuleBook
  readonly log: QueryLog
  readonly outbox: OutboxWorker
  readonly #worker: boolean

  constructor(
    cradle: { __pg_connection__: Knex; logger: Logger },
    _options: unknown,
    declaration?: { worker_mode?: string },
  ) {
    // eslint-disable-next-line prefer-rest-params -- Medusa's generated base class reads the cradle from `arguments`
    super(...(arguments as unknown as [never]))
    const knex = cradle.__pg_connection__
    this.rules = new RuleBook(knex)
    this.log = new QueryLog(knex, cradle.logger)
    this.outbox = new OutboxWorker(knex, cradle.logger)
    this.#worker = declaration?.worker_mode !== "server"
  }

  __hooks = {
    onApplicationStart: async (): Promise<void> => {
      if (this.#worker) this.outbox.start()
    },
    onApplicationPrepareShutdown: async (): Promise<void> => {
      await this.outbox.stop()
      await this.log.close()
    },
  }
}
