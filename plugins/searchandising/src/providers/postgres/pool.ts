import { Pool } from "pg"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { connectionOf } from "./connection"

/**
 * Searches have connections of their own: a statement that runs wild ends after two seconds instead of holding a
 * checkout's connection, and the planner's settings for short statements do not leak into commerce.
 */
export function searchPool(knex: Knex, onError: (error: Error) => void): Pool {
  const pool = new Pool({
    ...connectionOf(knex),
    max: 8,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    options:
      "-c statement_timeout=2000 -c jit=off -c work_mem=32MB -c max_parallel_workers_per_gather=0 " +
      "-c pg_trgm.similarity_threshold=0.25 -c search_path=public",
  })
  // An idle connection that the server closed (a restart, a dropped test database) is not an error of a search.
  pool.on("error", onError)
  return pool
}
