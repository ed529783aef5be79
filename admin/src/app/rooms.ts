import {
  ArchiveBox,
  ArrowPath,
  ArrowUturnLeft,
  Book,
  BuildingStorefront,
  BuildingTax,
  Buildings,
  Cash,
  ChartBar,
  ChatBubbleLeftRight,
  CircleSliders,
  Clock,
  CommandLine,
  CreditCard,
  DocumentText,
  EnvelopeContent,
  ExclamationCircle,
  Eye,
  House,
  ListCheckbox,
  MagnifyingGlass,
  PinTack,
  QueueList,
  ReceiptPercent,
  Scan,
  ShieldCheck,
  ShoppingCart,
  Sparkles,
  Tag,
  User,
  Users,
} from "@medusajs/icons"
import type { ComponentType } from "react"
import type { Room } from "../api/session"
import type { Messages } from "../i18n/messages"

export interface PageEntry {
  path: string
  label: keyof Messages["nav"]
  icon: ComponentType
  /** The group it stands in; without one, the group of the page before it. */
  section?: keyof Messages["sections"]
}

export interface RoomEntry {
  room: Room
  path: string
  icon: ComponentType
  pages: readonly PageEntry[]
}

/** The rooms and their pages: the navigation, the palette and the switcher all read this list. */
export const ROOMS: readonly RoomEntry[] = [
  {
    room: "SELLER",
    path: "/seller",
    icon: BuildingStorefront,
    pages: [
      { path: "", label: "dashboard", icon: House },
      { path: "orders", label: "orders", icon: ShoppingCart, section: "sales" },
      { path: "messages", label: "messages", icon: ChatBubbleLeftRight, section: "sales" },
      { path: "disputes", label: "disputes", icon: ExclamationCircle, section: "sales" },
      { path: "returns", label: "returns", icon: ArrowUturnLeft, section: "sales" },
      { path: "performance", label: "performance", icon: ChartBar, section: "sales" },
      { path: "offers", label: "offers", icon: Tag, section: "catalogue" },
      { path: "imports", label: "imports", icon: ArrowPath, section: "catalogue" },
      { path: "proposals", label: "proposals", icon: Sparkles, section: "catalogue" },
      { path: "statement", label: "statement", icon: DocumentText, section: "money" },
      { path: "simulator", label: "simulator", icon: CircleSliders, section: "money" },
      { path: "tariff", label: "tariff", icon: ReceiptPercent, section: "money" },
      { path: "payouts", label: "payouts", icon: Cash, section: "money" },
      { path: "documents", label: "documents", icon: DocumentText, section: "money" },
      { path: "customer-invoices", label: "customerInvoices", icon: DocumentText, section: "money" },
      { path: "tax", label: "tax", icon: BuildingTax, section: "money" },
      { path: "application", label: "application", icon: ListCheckbox, section: "settings" },
      { path: "shop", label: "myShop", icon: BuildingStorefront, section: "settings" },
      { path: "team", label: "team", icon: Users, section: "settings" },
      { path: "standing", label: "standing", icon: ShieldCheck, section: "settings" },
      { path: "developer", label: "developer", icon: CommandLine, section: "settings" },
      { path: "account", label: "account", icon: User, section: "settings" },
    ],
  },
  {
    room: "BRAND",
    path: "/brand",
    icon: Sparkles,
    pages: [
      { path: "", label: "report", icon: ChartBar },
      { path: "campaigns", label: "campaigns", icon: QueueList },
      { path: "wallet", label: "wallet", icon: CreditCard },
    ],
  },
  {
    room: "SHOP",
    path: "/shop",
    icon: Buildings,
    pages: [
      { path: "", label: "desk", icon: Scan },
      { path: "dashboard", label: "dashboard", icon: House },
      { path: "returns", label: "returns", icon: ArrowUturnLeft },
      { path: "custody", label: "custody", icon: ArchiveBox },
    ],
  },
  {
    room: "OPERATOR",
    path: "/operator",
    icon: BuildingTax,
    pages: [
      { path: "", label: "dashboard", icon: House },
      { path: "sellers", label: "sellers", icon: Users, section: "sellers" },
      { path: "checklist", label: "checklist", icon: ListCheckbox, section: "sellers" },
      { path: "terms", label: "sellerTerms", icon: DocumentText, section: "sellers" },
      { path: "notices", label: "notices", icon: ExclamationCircle, section: "sellers" },
      { path: "service-levels", label: "serviceLevels", icon: ChartBar, section: "sellers" },
      { path: "orders", label: "orders", icon: ShoppingCart, section: "sales" },
      { path: "messages", label: "messages", icon: ChatBubbleLeftRight, section: "sales" },
      { path: "disputes", label: "disputes", icon: ExclamationCircle, section: "sales" },
      { path: "order-rules", label: "orderRules", icon: Clock, section: "sales" },
      { path: "catalogue", label: "catalogueItems", icon: Tag, section: "catalogue" },
      { path: "proposals", label: "proposals", icon: Sparkles, section: "catalogue" },
      { path: "listing-rules", label: "listingRules", icon: ShieldCheck, section: "catalogue" },
      { path: "buy-box", label: "buyBox", icon: ShoppingCart, section: "catalogue" },
      { path: "checks", label: "checks", icon: Eye, section: "catalogue" },
      { path: "takedowns", label: "takedowns", icon: ArchiveBox, section: "catalogue" },
      { path: "commission-rules", label: "commissionRules", icon: ReceiptPercent, section: "money" },
      { path: "commission-lines", label: "commissionLines", icon: DocumentText, section: "money" },
      { path: "simulator", label: "simulator", icon: CircleSliders, section: "money" },
      { path: "plans", label: "plans", icon: CreditCard, section: "money" },
      { path: "fees", label: "fees", icon: Tag, section: "money" },
      { path: "units", label: "units", icon: Buildings, section: "money" },
      { path: "ledger", label: "book", icon: Book, section: "money" },
      { path: "refunds", label: "refunds", icon: ArrowUturnLeft, section: "money" },
      { path: "payouts", label: "payouts", icon: Cash, section: "money" },
      { path: "payout-terms", label: "payoutTerms", icon: CircleSliders, section: "money" },
      { path: "reconciliation", label: "reconciliation", icon: ArrowPath, section: "money" },
      { path: "documents", label: "documents", icon: DocumentText, section: "money" },
      { path: "customer-invoices", label: "customerInvoices", icon: DocumentText, section: "money" },
      { path: "dac7", label: "dac7", icon: BuildingTax, section: "money" },
      { path: "synonyms", label: "synonyms", icon: Book, section: "search" },
      { path: "pins", label: "pins", icon: PinTack },
      { path: "explain", label: "explain", icon: Eye },
      { path: "zero-results", label: "zeroResults", icon: MagnifyingGlass },
      { path: "campaigns", label: "campaigns", icon: QueueList, section: "ads" },
      { path: "placement", label: "placement", icon: CircleSliders },
      { path: "imports", label: "imports", icon: ArrowPath, section: "data" },
      { path: "mails", label: "mails", icon: EnvelopeContent, section: "data" },
      { path: "trail", label: "trail", icon: CommandLine, section: "data" },
      { path: "privacy", label: "privacy", icon: User, section: "data" },
      { path: "audit", label: "audit", icon: ShieldCheck },
    ],
  },
]

export const roomEntry = (room: Room): RoomEntry => ROOMS.find((entry) => entry.room === room) as RoomEntry

type Section = keyof Messages["sections"]

/** The order in which every room shows its groups, wherever their pages stand in the list above. */
const SECTIONS: readonly Section[] = ["sales", "sellers", "catalogue", "money", "search", "ads", "data", "settings"]

export interface PageGroup {
  section: Section | undefined
  pages: readonly PageEntry[]
}

/** Pages without a group first, then group by group. */
export function pageGroups(pages: readonly PageEntry[]): PageGroup[] {
  const groups = new Map<Section | undefined, PageEntry[]>()
  let section: Section | undefined
  for (const page of pages) {
    section = page.section ?? section
    groups.set(section, [...(groups.get(section) ?? []), page])
  }
  return [undefined, ...SECTIONS].flatMap((name) => {
    const own = groups.get(name)
    return own ? [{ section: name, pages: own }] : []
  })
}

export const hrefOf = (entry: RoomEntry, page: PageEntry): string =>
  page.path ? `${entry.path}/${page.path}` : entry.path
