import { type Cents, cents, microsOf, sum } from "@gondola/kit"
import { type Account, checkedJournal, type Entry, type Journal } from "@gondola/ledger"
import { chargeCommission } from "../commission/charge"
import { type ChargeState, reversalFor } from "../commission/reversal"
import { type CommissionRule, matchRule } from "../commission/rule"
import { aRule } from "../commission/rule.fixture"
import { feeJournal, type FeeKind } from "../fees/fee-journal"
import { refundJournal, type RefundPart } from "../orders/refund-journal"
import { saleJournal } from "../orders/sale-journal"
import { paidJournal, reserveJournal, returnJournal, transferJournal } from "../payouts/journals"
import { feeVat, taxedFee } from "../vat/fee-vat"
import { owedOf, type TaxedPart } from "../vat/tax-lines"
import { deliveryShares, taxSale } from "../vat/tax-sale"
import { nextPart } from "../vat/vat-within"

/** One thing that happens; the numbers choose among what is there. */
export interface Step {
  readonly what: (typeof STEPS)[number]
  readonly pick: number
  readonly size: number
}

export const STEPS = [
  "sale",
  "partial shipment",
  "refund",
  "return",
  "dispute",
  "fee",
  "payout",
  "payout settled",
  "reserve",
  "reversal",
  "again",
] as const

const AT = new Date("2026-11-20T10:00:00Z")
const SELLERS = {
  french: { countryCode: "fr", vatNumber: null, dispatchCountry: "fr" },
  german: { countryCode: "de", vatNumber: "DE136695976", dispatchCountry: "de" },
  /** The marketplace is the deemed supplier of its stock in France. */
  japanese: { countryCode: "jp", vatNumber: null, dispatchCountry: "fr" },
} as const
type SellerName = keyof typeof SELLERS
const NAMES = Object.keys(SELLERS) as SellerName[]
const RULES: readonly CommissionRule[] = [
  aRule("dear", 1, { minPrice: cents(20_000), rateBps: 800, maximum: cents(5_000), baseVat: "without" }),
  aRule("german", 2, { sellerId: "german", rateBps: 1_250, vatMode: "added", baseShipping: true }),
  aRule("dollars", 3, { currency: "USD", rateBps: 1_000, fixed: cents(30), vatMode: "added" }),
  aRule("any", 4, { rateBps: 1_533, minimum: cents(50) }),
]

interface Line {
  readonly id: string
  readonly sellerId: string | null
  readonly quantity: number
  readonly total: Cents
  shipped: number
  refunded: number
  charge: ChargeState | null
  readonly taxCode: string
  readonly feeTaxCode: string
  readonly tax: TaxedPart
  taxBack: number
}

interface Order {
  readonly id: string
  readonly currency: string
  readonly lines: Line[]
}

interface FeePosted {
  readonly key: string
  readonly sellerId: string
  readonly net: Cents
  readonly vat: Cents
  readonly taxCode: string
  readonly currency: string
  undone: boolean
}

interface Payout {
  readonly paid: Parameters<typeof transferJournal>[0]
  state: "sent" | "paid" | "returned"
}

/**
 * A marketplace in memory, run by the very functions that charge, tax and book a real one. `expected` is told by orders,
 * fees and payouts alone; the book must come to the same.
 */
export class World {
  readonly journals: Journal[] = []
  /** What each account should be owed, in cents, by `account party currency`. */
  readonly expected = new Map<string, number>()
  readonly #orders: Order[] = []
  readonly #fees: FeePosted[] = []
  readonly #payouts: Payout[] = []
  #count = 0

  constructor(readonly post: (journal: Journal) => boolean) {}

  run(step: Step): void {
    this.#count += 1
    const deeds: Record<Step["what"], () => void> = {
      sale: () => this.#sell(step),
      "partial shipment": () => this.#ship(step),
      refund: () => this.#refund(step, (left) => cents(step.size % (left + 1))),
      return: () => this.#return(step),
      dispute: () => step.size % 2 === 0 && this.#refund(step, (left) => left),
      fee: () => this.#fee(step),
      payout: () => this.#pay(step),
      "payout settled": () => this.#settle(step),
      reserve: () => this.#reserve(step),
      reversal: () => this.#undo(step),
      again: () => this.#again(step),
    }
    deeds[step.what]()
  }

  #book(journal: Journal): void {
    if (journal.entries.every((entry) => entry.amount === 0)) return
    this.journals.push(journal)
    this.post(journal)
  }

  #expect(account: Account, party: string | null, { currency, amount }: { currency: string; amount: number }): void {
    const key = balanceKey(account, party, currency)
    this.expected.set(key, (this.expected.get(key) ?? 0) + amount)
  }

  #sell({ pick, size }: Step): void {
    const id = `o${this.#count}`
    const currency = pick % 3 === 0 ? "USD" : "EUR"
    const sellers = [null, ...NAMES].filter((_, index) => index === pick % 4 || index === size % 4)
    const groups = sellers.map((sellerId, g) => {
      const seller = sellerId === null ? null : SELLERS[sellerId]
      const delivery = { total: cents((size * (g + 1)) % 900), vatBps: 2000 }
      const goods = Array.from({ length: 1 + (size % 2) }, (_, n) => ({
        lineId: `${id}-${g}-${n}`,
        quantity: 1 + (pick % 3),
        total: cents((1 + (pick % 3)) * (1 + ((size * (7 * g + 3 * n + 1)) % 30_011))),
        vatBps: [2000, 1000, 550, 210][(pick + n) % 4]!,
      }))
      const taxes = taxSale({ sellerId, seller, currency, lines: goods, delivery })
      const shipping = deliveryShares({ lines: goods, delivery })
      const lines = goods.map((sold, n) => {
        const subject = {
          sellerId: sellerId ?? "",
          brand: null,
          productId: null,
          condition: "NEW",
          channel: "web" as const,
          currency,
          at: AT,
          categoryHandles: [],
          unitPrice: cents(sold.total / sold.quantity),
        }
        const rule = seller && matchRule(RULES, subject)
        const sale = {
          goods: sold.total,
          quantity: sold.quantity,
          shipping: shipping[n]!,
          goodsVatBps: sold.vatBps,
          shippingVatBps: 2000,
        }
        return { ...sold, charge: rule && chargeCommission(rule, sale, feeVat(seller)) }
      })
      return { sellerId, delivery, lines, taxes }
    })
    const captured = sum(groups.flatMap((group) => [group.delivery.total, ...group.lines.map((line) => line.total)]))
    const taxOn = (taxes: readonly TaxedPart[], lineId: string | null) => taxes.find((tax) => tax.lineId === lineId)!
    this.#book(
      saleJournal({
        orderId: id,
        number: this.#count,
        currency,
        captured,
        occurredAt: AT,
        groups: groups.map((group) => ({
          sellerId: group.sellerId,
          delivery: group.delivery.total,
          deliveryVat: owedOf(taxOn(group.taxes, null)),
          lines: group.lines.map((line) => ({
            title: line.lineId,
            quantity: line.quantity,
            total: line.total,
            vat: owedOf(taxOn(group.taxes, line.lineId)),
            commission: line.charge,
          })),
        })),
      }),
    )
    this.#expect("provider_clearing", null, { currency, amount: -captured })
    for (const group of groups) {
      const account = group.sellerId === null ? "retailer_revenue" : "seller_payable"
      const vat = sum(group.taxes.map((tax) => owedOf(tax)?.vat ?? cents(0)))
      const gross = group.delivery.total + sum(group.lines.map((line) => line.total))
      const fees = sum(group.lines.map((line) => line.charge?.amount ?? cents(0)))
      const feesVat = sum(group.lines.map((line) => line.charge?.vat ?? cents(0)))
      this.#expect(account, group.sellerId, { currency, amount: gross - vat - fees })
      this.#expect("commission_revenue", null, { currency, amount: fees - feesVat })
      this.#expect("tax", null, { currency, amount: vat + feesVat })
    }
    const lines = groups.flatMap((group) =>
      group.lines.map((line): Line => ({
        id: line.lineId,
        sellerId: group.sellerId,
        quantity: line.quantity,
        total: line.total,
        shipped: 0,
        refunded: 0,
        charge: line.charge && {
          ...line.charge,
          reversedGross: cents(0),
          reversedBase: cents(0),
          reversedAmount: cents(0),
          reversedVat: cents(0),
        },
        taxCode: taxOn(group.taxes, line.lineId).taxCode,
        feeTaxCode: line.charge?.taxCode ?? "",
        tax: taxOn(group.taxes, line.lineId),
        taxBack: 0,
      })),
    )
    this.#orders.push({ id, currency, lines })
  }

  #chosen(pick: number): { order: Order; line: Line } | null {
    const order = this.#orders[pick % Math.max(1, this.#orders.length)]
    const line = order?.lines[pick % order.lines.length]
    return order && line ? { order, line } : null
  }

  /** Moves goods, not money. */
  #ship({ pick, size }: Step): void {
    const chosen = this.#chosen(pick)
    if (chosen) chosen.line.shipped = Math.min(chosen.line.quantity, chosen.line.shipped + (size % 3))
  }

  #refund({ pick }: Step, amountOf: (left: Cents) => Cents): Line | null {
    const chosen = this.#chosen(pick)
    if (!chosen) return null
    const { order, line } = chosen
    const refund = amountOf(cents(line.total - line.refunded))
    if (refund === 0) return null
    const { currency } = order
    const back = line.charge && reversalFor(line.charge, refund)
    if (line.charge && back)
      line.charge = {
        ...line.charge,
        reversedGross: cents(line.charge.reversedGross + back.gross),
        reversedBase: cents(line.charge.reversedBase + back.base),
        reversedAmount: cents(line.charge.reversedAmount + back.amount),
        reversedVat: cents(line.charge.reversedVat + back.vat),
      }
    const vat = nextPart(line.tax.vat, line.tax.gross, cents(line.refunded + refund), cents(line.taxBack))
    line.taxBack += vat
    line.refunded += refund
    const saleVat = owedOf({ ...line.tax, vat })
    const part: RefundPart = {
      sellerId: line.sellerId,
      lineId: line.id,
      refund,
      commission: back && { net: cents(back.amount - back.vat), vat: back.vat, taxCode: line.feeTaxCode },
      saleVat,
      label: line.id,
    }
    const key = `r${this.#count}`
    this.#book(refundJournal({ key, orderId: order.id, currency, occurredAt: AT, parts: [part] }))
    const account = line.sellerId === null ? "retailer_revenue" : "seller_payable"
    this.#expect("provider_clearing", null, { currency, amount: refund })
    this.#expect(account, line.sellerId, { currency, amount: (saleVat?.vat ?? 0) + (back?.amount ?? 0) - refund })
    this.#expect("commission_revenue", null, { currency, amount: -(back ? back.amount - back.vat : 0) })
    this.#expect("tax", null, { currency, amount: -((saleVat?.vat ?? 0) + (back?.vat ?? 0)) })
    return line
  }

  /** A unit comes back over the counter: its price, and for a seller the shop's work. */
  #return(step: Step): void {
    const line = this.#refund(step, (left) => cents(Math.min(left, step.size)))
    if (line?.sellerId) this.#charge(line.sellerId as SellerName, "handling", { net: cents(150), currency: "EUR" })
  }

  #fee({ pick, size }: Step): void {
    const kind = (["subscription", "penalty", "service", "credit"] as const)[pick % 4]!
    const currency = size % 3 === 0 ? "USD" : "EUR"
    this.#charge(NAMES[pick % NAMES.length]!, kind, { net: cents(1 + (size % 9_973)), currency })
  }

  #charge(sellerId: SellerName, kind: FeeKind, { net, currency }: { net: Cents; currency: string }): void {
    const vat = kind === "penalty" ? { rateBps: 0, taxCode: "OUT:0" } : feeVat(SELLERS[sellerId])
    const fee = taxedFee(net, "added", vat.rateBps)
    const sign = kind === "credit" ? -1 : 1
    this.#postFee(
      {
        key: `f${this.#count}`,
        sellerId,
        net: cents(sign * fee.net),
        vat: cents(sign * fee.vat),
        taxCode: vat.taxCode,
        currency,
        undone: false,
      },
      kind,
    )
  }

  #postFee(fee: FeePosted, kind: FeeKind): void {
    const { currency, net, vat } = fee
    const note = { code: "service" as const, params: { reason: fee.key } }
    this.#book(feeJournal({ ...fee, kind, note, orderId: null, occurredAt: AT }))
    this.#expect("seller_payable", fee.sellerId, { currency, amount: -(net + vat) })
    this.#expect("fee_revenue", null, { currency, amount: net })
    this.#expect("tax", null, { currency, amount: vat })
    this.#fees.push(fee)
  }

  #undo({ pick }: Step): void {
    const open = this.#fees.filter((fee) => !fee.undone)
    const fee = open[pick % Math.max(1, open.length)]
    if (!fee) return
    fee.undone = true
    const counter = { ...fee, key: `undo:${fee.key}`, net: cents(-fee.net), vat: cents(-fee.vat), undone: true }
    this.#postFee(counter, "credit")
  }

  #pay({ pick }: Step): void {
    const [sellerId, currency] = [NAMES[pick % NAMES.length]!, pick % 2 === 0 ? "EUR" : "USD"]
    const due = this.expected.get(balanceKey("seller_payable", sellerId, currency)) ?? 0
    // A negative balance is carried and never paid.
    if (due <= 0) return
    const paid = { payoutId: `p${this.#count}`, sellerId, amount: cents(due), currency, at: AT }
    this.#book(transferJournal(paid))
    this.#expect("seller_payable", sellerId, { currency, amount: -due })
    this.#expect("payout_clearing", sellerId, { currency, amount: due })
    this.#payouts.push({ paid, state: "sent" })
  }

  #settle({ pick, size }: Step): void {
    const payout = this.#payouts[pick % Math.max(1, this.#payouts.length)]
    if (!payout || payout.state === "returned") return
    const { sellerId, currency, amount } = payout.paid
    if (payout.state === "sent" && size % 3 !== 0) {
      this.#book(paidJournal(payout.paid))
      this.#expect("payout_clearing", sellerId, { currency, amount: -amount })
      this.#expect("provider_clearing", null, { currency, amount })
      payout.state = "paid"
      return
    }
    const wasPaid = payout.state === "paid"
    this.#book(returnJournal(payout.paid, wasPaid))
    this.#expect(wasPaid ? "provider_clearing" : "payout_clearing", wasPaid ? null : sellerId, {
      currency,
      amount: -amount,
    })
    this.#expect("seller_payable", sellerId, { currency, amount })
    payout.state = "returned"
  }

  #reserve({ pick, size }: Step): void {
    const [sellerId, currency] = [NAMES[pick % NAMES.length]!, "EUR"]
    const held = this.expected.get(balanceKey("seller_reserve", sellerId, currency)) ?? 0
    const due = this.expected.get(balanceKey("seller_payable", sellerId, currency)) ?? 0
    const amount = held > 0 ? -held : Math.min(due, size)
    if (amount === 0 || (held === 0 && due <= 0)) return
    const key = `reserve:${this.#count}`
    this.#book(
      reserveJournal({ key, document: { type: "payout", id: key }, sellerId, amount: cents(amount), currency, at: AT }),
    )
    this.#expect("seller_reserve", sellerId, { currency, amount })
    this.#expect("seller_payable", sellerId, { currency, amount: -amount })
  }

  /** A job that runs twice, a webhook that comes twice: nothing may move. */
  #again({ pick }: Step): void {
    const journal = this.journals[pick % Math.max(1, this.journals.length)]
    if (journal && this.post(journal)) throw new Error(`journal ${journal.businessKey} was booked twice`)
  }
}

export const balanceKey = (account: string, party: string | null, currency: string): string =>
  [account, party ?? "-", currency].join(" ")

/** A book in memory with the rules of the real one: balanced journals, a key once, other figures refused. */
export class MemoryBook {
  readonly entries: (Entry & { readonly currency: string; readonly journalId: string })[] = []
  readonly #keys = new Map<string, string>()
  readonly sums = new Map<string, number>()
  readonly balances = new Map<string, number>()

  post(journal: Journal): boolean {
    const checked = checkedJournal(journal)
    const print = JSON.stringify(checked.entries.map((e) => [e.account, e.party, e.kind, e.amount, e.taxCode]))
    const before = this.#keys.get(journal.businessKey)
    if (before !== undefined) {
      if (before !== print) throw new Error(`${journal.businessKey} is booked with other figures`)
      return false
    }
    this.#keys.set(journal.businessKey, print)
    for (const entry of checked.entries) {
      this.entries.push({ ...entry, currency: journal.currency, journalId: journal.businessKey })
      this.sums.set(journal.currency, (this.sums.get(journal.currency) ?? 0) + entry.amount)
      const key = balanceKey(entry.account, entry.party, journal.currency)
      this.balances.set(key, (this.balances.get(key) ?? 0) - entry.amount)
    }
    return true
  }
}

export const microsOfCents = (amount: number): number => microsOf(cents(amount))
