import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, conflict, notFound } from "@gondola/kit"
import type { Locale } from "../ports"
import { expansionsOf, type Expansion } from "../query/synonyms"
import { normalise, queryTokens } from "../text/tokens"

export interface SynonymRow {
  readonly id: string
  readonly kind: "EQUIVALENT" | "ONE_WAY"
  readonly locale: Locale
  readonly words: readonly string[]
  readonly active: boolean
  readonly updatedAt: Date
}

export interface PinRow {
  readonly id: string
  readonly query: string | null
  readonly category: string | null
  readonly productId: string
  readonly position: number
  readonly updatedAt: Date
}

export interface Rules {
  readonly version: string
  expansions(locale: Locale): ReadonlyMap<string, Expansion>
  pins(of: { query: string | null; category: string | null }): readonly PinRow[]
}

type Draft<T> = Omit<T, "id" | "updatedAt">

/** A process asks for the version this often at most, so a published rule is live everywhere within two seconds. */
const FRESH_FOR_MS = 1_000

const SYNONYM_COLUMNS = `id, kind, locale, words, active, updated_at as "updatedAt"`
const PIN_COLUMNS = `id, query, category, product_id as "productId", position, updated_at as "updatedAt"`

/** The key under which a query's pins lie: spelling of case, accents, plurals and order of typing aside. */
export const pinKey = (query: string): string => queryTokens(query).join(" ") || normalise(query)

/** The merchandiser's synonyms and pins: kept in tables, read from memory. */
export class RuleBook {
  #rules: Rules | null = null
  #checkedAt = 0
  #loading: Promise<Rules> | null = null

  constructor(readonly knex: Knex) {}

  async current(): Promise<Rules> {
    if (this.#rules && performance.now() - this.#checkedAt < FRESH_FOR_MS) return this.#rules
    this.#loading ??= this.#refresh().finally(() => (this.#loading = null))
    return this.#loading
  }

  async #refresh(): Promise<Rules> {
    const asked = performance.now()
    const version = await this.#version()
    if (this.#rules?.version !== version) this.#rules = await this.#load(version)
    this.#checkedAt = asked
    return this.#rules
  }

  async #version(): Promise<string> {
    const { rows } = await this.knex.raw<{ rows: { version: string }[] }>(
      `select version from searchandising_rules_version`,
    )
    return String(rows[0]?.version ?? "0")
  }

  async #load(version: string): Promise<Rules> {
    const synonyms = await this.knex.raw<{ rows: SynonymRow[] }>(
      `select ${SYNONYM_COLUMNS} from searchandising_synonym where active`,
    )
    const pins = await this.knex.raw<{ rows: PinRow[] }>(
      `select ${PIN_COLUMNS} from searchandising_pin order by position`,
    )
    const sets = { fr: expansionsOf(own(synonyms.rows, "fr")), en: expansionsOf(own(synonyms.rows, "en")) }
    const byPlace = new Map<string, PinRow[]>()
    for (const pin of pins.rows) {
      const key = placeOf(pin)
      byPlace.set(key, [...(byPlace.get(key) ?? []), pin])
    }
    return {
      version,
      expansions: (locale) => sets[locale],
      pins: (of) =>
        byPlace.get(placeOf({ query: of.query === null ? null : pinKey(of.query), category: of.category })) ?? [],
    }
  }

  async saveSynonym(id: string | null, draft: Draft<SynonymRow>, now: Date): Promise<SynonymRow> {
    const words = [...new Set(draft.words.map((word) => word.trim()).filter(Boolean))]
    if (words.length < 2) throw badInput("A synonym set needs at least two different words")
    if (words.length > 30 || words.some((word) => word.length > 80))
      throw badInput("A synonym set holds at most 30 words of 80 letters")
    if (words.some((word) => queryTokens(word).length === 0))
      throw badInput("Every synonym needs at least one letter or digit")
    const values = [draft.kind, draft.locale, words, draft.active, now]
    return this.#change(async (trx) => {
      const { rows } = id
        ? await trx.raw<{ rows: SynonymRow[] }>(
            `update searchandising_synonym set kind = ?, locale = ?, words = ?, active = ?, updated_at = ?
             where id = ? returning ${SYNONYM_COLUMNS}`,
            [...values, id],
          )
        : await trx.raw<{ rows: SynonymRow[] }>(
            `insert into searchandising_synonym (kind, locale, words, active, updated_at, created_at, id)
             values (?, ?, ?, ?, ?, ?, ?) returning ${SYNONYM_COLUMNS}`,
            [...values, now, generateEntityId(undefined, "syn")],
          )
      return first(rows, "This synonym set")
    })
  }

  async savePin(id: string | null, draft: Draft<PinRow>, now: Date): Promise<PinRow> {
    if (!draft.query === !draft.category) throw badInput("A pin belongs either to a query or to a category")
    if (!Number.isInteger(draft.position) || draft.position < 1 || draft.position > 200)
      throw badInput("A pin's position goes from 1 to 200")
    const query = draft.query ? pinKey(draft.query) : null
    const values = [query, query === null ? draft.category : null, draft.productId, draft.position, now]
    try {
      return await this.#change(async (trx) => {
        const { rows } = id
          ? await trx.raw<{ rows: PinRow[] }>(
              `update searchandising_pin set query = ?, category = ?, product_id = ?, position = ?, updated_at = ?
               where id = ? returning ${PIN_COLUMNS}`,
              [...values, id],
            )
          : await trx.raw<{ rows: PinRow[] }>(
              `insert into searchandising_pin (query, category, product_id, position, updated_at, created_at, id)
               values (?, ?, ?, ?, ?, ?, ?) returning ${PIN_COLUMNS}`,
              [...values, now, generateEntityId(undefined, "pin")],
            )
        return first(rows, "This pin")
      })
    } catch (error) {
      if ((error as { code?: string }).code === "23505")
        throw conflict("Another pin already holds this place, or this product; change or delete that one")
      throw error
    }
  }

  async remove(kind: "synonym" | "pin", id: string): Promise<boolean> {
    return this.#change(async (trx) => {
      const { rows } = await trx.raw<{ rows: { id: string }[] }>(
        `delete from searchandising_${kind} where id = ? returning id`,
        [id],
      )
      first(rows, kind === "pin" ? "This pin" : "This synonym set")
      return true
    })
  }

  async listSynonyms(search: string | null, skip: number, take: number) {
    const where = search ? `where array_to_string(words, ' ') ilike ?` : ""
    const values = search ? [`%${search.replace(/[\\%_]/g, "\\$&")}%`] : []
    return this.#page<SynonymRow>(
      `searchandising_synonym ${where}`,
      SYNONYM_COLUMNS,
      "updated_at desc, id",
      values,
      skip,
      take,
    )
  }

  async listPins(of: { query?: string | null; category?: string | null }, skip: number, take: number) {
    const conditions = [...(of.query ? ["query = ?"] : []), ...(of.category ? ["category = ?"] : [])]
    const values = [...(of.query ? [pinKey(of.query)] : []), ...(of.category ? [of.category] : [])]
    const where = conditions.length > 0 ? `where ${conditions.join(" and ")}` : ""
    return this.#page<PinRow>(
      `searchandising_pin ${where}`,
      PIN_COLUMNS,
      "query, category, position",
      values,
      skip,
      take,
    )
  }

  // eslint-disable-next-line max-params -- one private place for two lists
  async #page<T>(from: string, columns: string, order: string, values: string[], skip: number, take: number) {
    const count = await this.knex.raw<{ rows: { n: string }[] }>(`select count(*) as n from ${from}`, values)
    const { rows } = await this.knex.raw<{ rows: T[] }>(
      `select ${columns} from ${from} order by ${order} limit ? offset ?`,
      [...values, take, skip],
    )
    return { items: rows, total: Number(count.rows[0]?.n ?? 0) }
  }

  /** The version moves in the same transaction as the rule, so that nobody reads one without the other. */
  async #change<T>(run: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    const result = await this.knex.transaction(async (trx) => {
      const answer = await run(trx)
      await trx.raw(`update searchandising_rules_version set version = version + 1`)
      return answer
    })
    this.#checkedAt = 0
    return result
  }
}

const own = (rows: readonly SynonymRow[], locale: Locale) => rows.filter((row) => row.locale === locale)

const placeOf = (of: { query: string | null; category: string | null }): string =>
  of.query === null ? `category ${of.category ?? ""}` : `query ${of.query}`

function first<T>(rows: readonly T[], what: string): T {
  const [row] = rows
  if (!row) throw notFound(what)
  return row
}
