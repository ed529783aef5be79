// The auction in memory beside its honest peer, tuned SQL per auction, on the same pages: same gate, same rules, same
// prices. Both get a page as the search hands it over (words, category path, 200 candidates by id with relevance).
import { Client } from "pg"
import { AdIndex, type AuctionRules, Field, type IndexedBid, Outcome, settle } from "@gondola/sponsored-placement"
import { adWorld, type Page } from "./auction-world"
import { timingOf, type Timing } from "./percentiles"

const RULES = {
  floor: 50_000,
  thresholds: [0, 0, 0, 0],
  maxPerBrand: 2,
  separation: 0,
  lambda: 0,
} as unknown as AuctionRules
const MIN_RELEVANCE = 300_000
/** The machine is shared: both sides are timed in rounds, and each is judged by its quietest one. */
const ROUNDS = 5
const MEMORY_AUCTIONS = 10_000
const SQL_AUCTIONS = 200
const BAR_MS = 0.1
/** What we aim at; a busy machine moves it too much to fail a run by it. */
const AIM_TIMES = 40

interface Result {
  readonly bids: number
  readonly memory: Timing
  readonly sql: Timing
  readonly timesFaster: number
  readonly sameAnswers: boolean
  readonly winnersPerAuction: number
}

function auctionInMemory(index: AdIndex, page: Page, seed: number): Outcome {
  index.begin()
  for (const candidate of page.candidates) index.candidate(candidate.productId, candidate.relevance)
  return index.auction(page, RULES, MIN_RELEVANCE, seed)
}

function timeInMemory(index: AdIndex, pages: readonly Page[]): { timing: Timing; winners: number } {
  for (let n = 0; n < MEMORY_AUCTIONS; n++) auctionInMemory(index, pages[n % pages.length]!, n)
  let winners = 0
  const rounds = Array.from({ length: ROUNDS }, () => {
    const durations = new Float64Array(MEMORY_AUCTIONS)
    for (let n = 0; n < durations.length; n++) {
      const from = process.hrtime.bigint()
      winners += auctionInMemory(index, pages[n % pages.length]!, n).count
      durations[n] = Number(process.hrtime.bigint() - from) / 1e6
    }
    return timingOf(durations)
  })
  return { timing: quietest(rounds), winners: winners / (ROUNDS * MEMORY_AUCTIONS) }
}

const quietest = (rounds: readonly Timing[]): Timing => [...rounds].sort((a, b) => b.perSecond - a.perSecond)[0]!

async function loadSql(client: Client, bids: readonly IndexedBid[]): Promise<void> {
  await client.query(`
    create temp table ad_bid (no int, list text, product text, ad int, advertiser int, brand text, campaign int, bid bigint, weight int);
    create temp table ad_campaign (no int primary key, live boolean, left_micros bigint)`)
  const column = (pick: (bid: IndexedBid) => unknown) => bids.map(pick)
  await client.query(
    `insert into ad_bid select n - 1, l, p, a, v, b, c, m, w
     from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::text[], $6::int[], $7::bigint[], $8::int[]) with ordinality as x (l, p, a, v, b, c, m, w, n)`,
    [
      column(listOf),
      column((b) => b.productId),
      column((b) => b.adNo),
      column((b) => b.advertiserNo),
      column((b) => b.brand),
      column((b) => b.campaignNo),
      column((b) => b.bid),
      column((b) => b.weight),
    ],
  )
  await client.query(`insert into ad_campaign select distinct campaign, true, 1000000000000 from ad_bid`)
  await client.query(`create index on ad_bid (list, product) include (no, ad, campaign, bid, weight)`)
  await client.query(`analyze ad_bid; analyze ad_campaign`)
}

const listOf = (bid: IndexedBid) =>
  bid.kind === "KEYWORD_BROAD" ? `BROAD ${[...bid.target].sort().join(" ")}` : `${bid.kind} ${bid.target.join(" ")}`

/** Every list a page may read: what the index walks, spelled out as keys. */
function listsOf({ words, categoryPath }: Page): string[] {
  const lists = categoryPath.map((handle) => `CATEGORY ${handle}`)
  if (words.length) lists.push(`KEYWORD_EXACT ${words.join(" ")}`)
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) lists.push(`KEYWORD_PHRASE ${words.slice(from, to).join(" ")}`)
  const set = [...new Set(words)].sort()
  for (let mask = 1; mask < 1 << set.length; mask++)
    lists.push(`BROAD ${set.filter((_, at) => mask & (1 << at)).join(" ")}`)
  return lists
}

const SELECT = {
  name: "auction",
  text: `select no from (
      select distinct on (b.ad) b.no, b.ad, b.bid * b.weight as score
      from ad_bid b join ad_campaign c on c.no = b.campaign
      where b.list = any($1) and b.product = any($2) and b.bid >= $3 and c.live and c.left_micros >= b.bid
      order by b.ad, score desc) x
    order by score desc limit 32`,
}

async function timeInSql(client: Client, bids: readonly IndexedBid[], pages: readonly Page[], index: AdIndex) {
  const field = new Field()
  const outcome = new Outcome()
  const rounds: Timing[] = []
  let durations: number[] = []
  let same = true
  for (let n = 0; n < ROUNDS * SQL_AUCTIONS; n++) {
    const page = pages[n % pages.length]!
    const from = process.hrtime.bigint()
    const relevant = page.candidates.filter((c) => c.relevance >= MIN_RELEVANCE).map((c) => c.productId)
    const { rows } = await client.query<{ no: number }>({ ...SELECT, values: [listsOf(page), relevant, RULES.floor] })
    field.open(index.columns, n, 32)
    for (const { no } of rows) field.offer(no, bids[no]!.bid * bids[no]!.weight)
    settle({ rules: RULES, field }, outcome)
    durations.push(Number(process.hrtime.bigint() - from) / 1e6)
    same &&= print(outcome) === print(auctionInMemory(index, page, n))
    if (durations.length < SQL_AUCTIONS) continue
    rounds.push(timingOf(durations))
    durations = []
  }
  return { timing: quietest(rounds), same }
}

const print = (outcome: Outcome) =>
  Array.from({ length: outcome.count }, (_, at) => `${outcome.slot[at]}:${outcome.bid[at]}:${outcome.price[at]}`).join()

async function measure(size: number): Promise<Result> {
  const { bids, pages } = adWorld(size, 20261122)
  const index = new AdIndex(bids)
  const { timing, winners } = timeInMemory(index, pages)
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await loadSql(client, bids)
    const sql = await timeInSql(client, bids, pages, index)
    return {
      bids: bids.length,
      memory: timing,
      sql: sql.timing,
      timesFaster: Math.round(timing.perSecond / sql.timing.perSecond),
      sameAnswers: sql.same,
      winnersPerAuction: Math.round(winners * 100) / 100,
    }
  } finally {
    await client.end()
  }
}

function tell(result: Result): void {
  console.log(`${result.bids} bids, 4 slots, 200 candidates a page, ${result.winnersPerAuction} winners an auction`)
  const line = (who: string, t: Timing) =>
    console.log(`  ${who}  p50 ${t.p50.toFixed(4)} ms  p99 ${t.p99.toFixed(4)} ms  ${t.perSecond} auctions/s`)
  line("in memory", result.memory)
  line("tuned SQL", result.sql)
  const aim = result.timesFaster >= AIM_TIMES ? "reaches" : "misses"
  console.log(`  ${result.timesFaster} times as many, which ${aim} the aim of ${AIM_TIMES}`)
  console.log(`  winners and prices ${result.sameAnswers ? "are the same" : "DIFFER"}`)
}

async function main(): Promise<void> {
  const results = [await measure(10_000), await measure(100_000)]
  // The bar is set at 10,000 bids; the larger market is told beside it.
  const passed = results.every((r) => r.sameAnswers) && results[0]!.memory.p99 <= BAR_MS
  const bars = { p99MsAt10k: BAR_MS, aimTimesFaster: AIM_TIMES }
  if (process.argv.includes("--json")) console.log(JSON.stringify({ bench: "auction", bars, passed, results }))
  else {
    results.forEach(tell)
    console.log(`${passed ? "passed" : "MISSED"}: p99 ≤ ${BAR_MS} ms at ${results[0]!.bids} bids`)
  }
  process.exitCode = passed ? 0 : 1
}

void main()
