import "reflect-metadata"
import { Client } from "pg"
import { DataSource } from "typeorm"
import { AD_SCHEMA, AdAuctionEntity, AdEventEntity } from "./entities"
import { AdEvents1795327200000 } from "./migrations/1795327200000-ad-events"

/** Any number, the same in every process: "gads". */
const MIGRATION_LOCK = 0x67616473

/** Opens the events' own database connection and brings its schema up; several processes may start at once. */
export async function openDataSource(url: string, onPoolError: (error: unknown) => void): Promise<DataSource> {
  await inTurn(url, (client) => client.query(`create schema if not exists ${AD_SCHEMA}`))
  const source = new DataSource({
    type: "postgres",
    url,
    schema: AD_SCHEMA,
    entities: [AdEventEntity, AdAuctionEntity],
    migrations: [AdEvents1795327200000],
    migrationsTableName: "migration",
    synchronize: false,
    poolSize: 4,
    poolErrorHandler: onPoolError,
  })
  await source.initialize()
  await inTurn(url, () => source.runMigrations())
  return source
}

/** Holds the lock on a connection of its own, which ends with the work: nothing is left locked by a crash. */
async function inTurn<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK])
    return await work(client)
  } finally {
    await client.end()
  }
}

export { inTurn }
