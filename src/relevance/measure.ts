/** Ratings 0–3 of documents, by query. */
export type Judgments = ReadonlyMap<string, ReadonlyMap<string, number>>

export interface QueryFigures {
  readonly query: string
  /** Null when no judged document is relevant: there is no ideal to compare with. */
  readonly raw: number | null
  readonly judgedOnly: number | null
  /** Share of the documents rated 2 or 3 among the first 50. */
  readonly recall50: number | null
  readonly results: number
  readonly ms: number
}

export interface Figures {
  readonly queries: number
  readonly noIdeal: number
  readonly ndcg10Raw: number
  readonly ndcg10JudgedOnly: number
  readonly recall50: number
  readonly zeroResults: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

const DEPTH = 10
const RELEVANT = 2

/** Gain 2^rating − 1, discount log2(rank + 1). */
const dcg = (ratings: readonly number[]): number =>
  ratings.slice(0, DEPTH).reduce((sum, rating, i) => sum + (2 ** rating - 1) / Math.log2(i + 2), 0)

/** The ideal is made of the judged documents. Raw: an unjudged one counts 0; judged only: it is taken out first. */
export function figuresOf(
  query: string,
  ranked: readonly string[],
  judged: ReadonlyMap<string, number>,
  ms: number,
): QueryFigures {
  const ideal = dcg([...judged.values()].sort((a, b) => b - a))
  const relevant = [...judged].filter(([, rating]) => rating >= RELEVANT).map(([id]) => id)
  const first = new Set(ranked.slice(0, 50))
  return {
    query,
    raw: ideal > 0 ? dcg(ranked.map((id) => judged.get(id) ?? 0)) / ideal : null,
    judgedOnly: ideal > 0 ? dcg(ranked.flatMap((id) => judged.get(id) ?? [])) / ideal : null,
    recall50: relevant.length > 0 ? relevant.filter((id) => first.has(id)).length / relevant.length : null,
    results: ranked.length,
    ms,
  }
}

export function summarise(all: readonly QueryFigures[]): Figures {
  const mean = (values: readonly (number | null)[]) => {
    const known = values.filter((value): value is number => value !== null)
    return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : Number.NaN
  }
  const times = all.map((one) => one.ms).sort((a, b) => a - b)
  const at = (share: number) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? Number.NaN
  return {
    queries: all.length,
    noIdeal: all.filter((one) => one.raw === null).length,
    ndcg10Raw: mean(all.map((one) => one.raw)),
    ndcg10JudgedOnly: mean(all.map((one) => one.judgedOnly)),
    recall50: mean(all.map((one) => one.recall50)),
    zeroResults: all.filter((one) => one.results === 0).length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  }
}

/** `query,docid,rating` with a head line; a field may be quoted. @throws when a column is missing */
export function parseJudgments(csv: string): Judgments {
  const [head = [], ...rows] = csv
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map(fields)
  const column = (name: string) => {
    const index = head.findIndex((cell) => cell.trim().toLowerCase() === name)
    if (index < 0) throw new Error(`the judgments need a column ${name}; there are: ${head.join(", ")}`)
    return index
  }
  const [query, id, rating] = [column("query"), column("docid"), column("rating")]
  const judgments = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const key = row[query]?.trim() ?? ""
    const value = Number(row[rating])
    if (!key || !Number.isFinite(value)) continue
    judgments.set(key, (judgments.get(key) ?? new Map<string, number>()).set((row[id] ?? "").trim(), value))
  }
  return judgments
}

const fields = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain ?? "",
  )
