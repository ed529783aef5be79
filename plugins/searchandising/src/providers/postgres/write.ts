import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DocumentRow } from "./document-row"
import { MAX_FIELDS, REGISTRY, VALUES_A_FIELD, type Tables } from "./tables"

/** Writes rows in one transaction. Unchanged words are not rewritten, so a price costs no text index. */
export async function writeRows(knex: Knex, t: Tables, rows: readonly DocumentRow[]): Promise<void> {
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const documents = JSON.stringify(
    unique.map(({ id, tsv, words, hash, doc, nums }) => ({ id, tsv, words, hash, doc, nums })),
  )
  const pairs = JSON.stringify(
    unique.flatMap(({ id, values }) => values.map(({ field, value }) => ({ id, f: field, val: value }))),
  )
  const { values, fields } = dictionary(unique)
  await knex.transaction(async (trx) => {
    // One writer an index at a time: numbers of values are given in order.
    await trx.raw(`select pg_advisory_xact_lock(hashtext(?))`, [t.fv])
    await trx.raw(
      `insert into ${t.field} (f, label, unit, dynamic)
       select f, label, unit, dynamic from json_to_recordset(?::json) as x(f text, label jsonb, unit text, dynamic boolean)
       on conflict (f) do update set label = excluded.label, unit = excluded.unit
       where ${t.field}.label is distinct from excluded.label or ${t.field}.unit is distinct from excluded.unit`,
      [JSON.stringify(fields)],
    )
    await trx.raw(
      `with given as (
         select d.id, x.f, x.val, x.label, k.v from json_to_recordset(?::json) as x(f text, val text, label jsonb)
         join ${t.field} d on d.f = x.f and d.id <= ${MAX_FIELDS}
         left join ${t.fv} k on k.f = x.f and k.val = x.val
       ), relabelled as (
         update ${t.fv} k set label = g.label from given g where k.v = g.v and k.label is distinct from g.label
       )
       insert into ${t.fv} (v, f, val, label)
       select id * ${VALUES_A_FIELD} + number, f, val, label from (
         select g.*, (select count(*) from ${t.fv} k where k.f = g.f) + row_number() over (partition by g.f order by g.val) as number
         from given g where g.v is null) fresh
       where number < ${VALUES_A_FIELD}`,
      [JSON.stringify(values)],
    )
    await trx.raw(
      `insert into ${t.doc} (id, tsv, word_hash)
       select id, tsv::tsvector, hash from json_to_recordset(?::json) as x(id text, tsv text, hash text)
       on conflict (id) do update set tsv = excluded.tsv, word_hash = excluded.word_hash
       where ${t.doc}.word_hash <> excluded.word_hash`,
      [documents],
    )
    await trx.raw(
      `insert into ${t.body} (n, words, doc)
       select d.n, x.words, x.doc from json_to_recordset(?::json) as x(id text, words jsonb, doc jsonb)
       join ${t.doc} d on d.id = x.id
       on conflict (n) do update set words = excluded.words, doc = excluded.doc
       where ${t.body}.words <> excluded.words or ${t.body}.doc <> excluded.doc`,
      [documents],
    )
    await trx.raw(
      `insert into ${t.fac} (n, kv, nums)
       select d.n, coalesce(p.kv, '{}'), x.nums
       from json_to_recordset(?::json) as x(id text, nums jsonb)
       join ${t.doc} d on d.id = x.id
       left join (
         select p.id, array_agg(distinct k.v) as kv
         from json_to_recordset(?::json) as p(id text, f text, val text)
         join ${t.fv} k on k.f = p.f and k.val = p.val group by p.id
       ) p on p.id = x.id
       on conflict (n) do update set kv = excluded.kv, nums = excluded.nums
       where ${t.fac}.kv <> excluded.kv or ${t.fac}.nums <> excluded.nums`,
      [documents, pairs],
    )
    // New words are known at once; how frequent they are is counted when the index settles.
    await trx.raw(
      `insert into ${t.lex} (word, surface, documents)
       select key, value, 1 from json_each_text(?::json) order by key on conflict (word) do nothing`,
      [JSON.stringify(Object.fromEntries(unique.flatMap((row) => [...row.lexicon])))],
    )
  })
}

function dictionary(rows: readonly DocumentRow[]) {
  const values = new Map<string, { f: string; val: string; label: unknown }>()
  const fields = new Map<string, { f: string; label: unknown; unit: string | null; dynamic: boolean }>()
  for (const row of rows)
    for (const v of row.values) {
      values.set(`${v.field}\u0000${v.value}`, { f: v.field, val: v.value, label: v.label })
      fields.set(v.field, { f: v.field, label: v.fieldLabel, unit: v.unit, dynamic: v.dynamic })
    }
  const byKey = (a: { f: string; val?: string }, b: { f: string; val?: string }) =>
    a.f < b.f || (a.f === b.f && (a.val ?? "") < (b.val ?? "")) ? -1 : 1
  return { values: [...values.values()].sort(byKey), fields: [...fields.values()].sort(byKey) }
}

/** Counts words and lengths anew and gives the planner its statistics; readers are not held up. */
export async function settle(knex: Knex, t: Tables, name: string, vacuum: boolean): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw(
      `create temporary table counted on commit drop as select word, ndoc from ts_stat('select tsv from ${t.doc}')`,
    )
    await trx.raw(
      `insert into ${t.lex} (word, surface, documents) select word, word, ndoc from counted order by word
       on conflict (word) do update set documents = excluded.documents
       where ${t.lex}.documents <> excluded.documents`,
    )
    await trx.raw(`delete from ${t.lex} l where not exists (select 1 from counted c where c.word = l.word)`)
    await trx.raw(
      `update ${REGISTRY} set settled_at = now(), updated_at = now(),
         documents = (select count(*) from ${t.doc}),
         average_length = coalesce((
           select jsonb_object_agg(key, length) from (
             select key, avg(cardinality(string_to_array(value, ' '))) as length
             from ${t.body}, jsonb_each_text(words) where key <> 'brandName' group by key) a), '{}')
       where name = ?`,
      [name],
    )
  })
  if (vacuum) for (const table of [t.doc, t.body, t.fac, t.lex, t.fv]) await knex.raw(`vacuum (analyze) ${table}`)
}
