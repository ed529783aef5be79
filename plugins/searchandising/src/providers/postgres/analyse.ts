import type { Pool } from "pg"
import { FIELDS, type Field } from "../../ranking/bm25f"
import { nearestWords, oneEditAway } from "../../text/spelling"
import type { KnownWord, WordAnalysis } from "./plan"
import { REGISTRY, type Tables } from "./tables"

/** Known words with their frequency and, for unknown ones of four letters and more, what was probably meant. */
export async function analyseWords(
  pool: Pool,
  t: Tables,
  name: string,
  { words, probes }: { readonly words: readonly string[]; readonly probes: readonly string[] },
): Promise<WordAnalysis> {
  const known = await pool.query<{
    documents: number
    average_length: Record<Field, number>
    words: Record<string, number>
  }>({
    name: `analyse ${name}`,
    text: `select greatest(r.documents, 1) as documents, r.average_length,
        (select coalesce(json_object_agg(word, l.documents), '{}') from ${t.lex} l where word = any ($2::text[])) as words
      from ${REGISTRY} r where r.name = $1`,
    values: [name, [...words, ...probes]],
  })
  const row = known.rows[0]
  const documentsWith = row?.words ?? {}
  const unknown = words.filter((word) => !documentsWith[word] && word.length >= 4 && !/^\d+$/.test(word))
  const last = words.at(-1)
  const [corrections, completions] = unknown.length
    ? await Promise.all([
        correct(pool, t, unknown),
        last && unknown.includes(last) ? complete(pool, t, last, 3) : Promise.resolve([]),
      ])
    : [{}, []]
  return {
    documents: row?.documents ?? 1,
    averageLength: Object.fromEntries(FIELDS.map((field) => [field, row?.average_length[field] ?? 1])) as Record<
      Field,
      number
    >,
    documentsWith,
    corrections,
    completions,
  }
}

/** Every word at one edit is looked up by name; two edits, for long words, go through the trigram index. */
async function correct(pool: Pool, t: Tables, unknown: readonly string[]): Promise<WordAnalysis["corrections"]> {
  const result: Record<string, KnownWord[]> = {}
  for (const word of unknown.slice(0, 4)) {
    const { rows } = await pool.query<{ word: string; surface: string; documents: number }>(
      `select word, surface, documents from ${t.lex} where word = any ($1::text[]) or surface = any ($1::text[])
       union
       (select word, surface, documents from ${t.lex} where $3 and word % $2 order by similarity(word, $2) desc limit 20)`,
      [oneEditAway(word), word, word.length >= 8],
    )
    const bySpelling = new Map(rows.map((row) => [row.word, row.surface]))
    const nearest = nearestWords(word, rows).map((near) => ({ word: near, surface: bySpelling.get(near) ?? near }))
    if (nearest.length > 0) result[word] = nearest
  }
  return result
}

/** Known words that begin so, most frequent first; a range, because LIKE with a parameter would scan. */
export async function complete(pool: Pool, t: Tables, prefix: string, limit: number): Promise<KnownWord[]> {
  const { rows } = await pool.query<KnownWord>(
    `select word, surface from ${t.lex} where word ~>=~ $1 and word ~<~ $2 order by documents desc, word limit $3`,
    [prefix, `${prefix}\u{10ffff}`, limit],
  )
  return rows
}
