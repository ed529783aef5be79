import {
  ArrowUturnLeft,
  BuildingStorefront,
  DocumentText,
  QueueList,
  ShoppingBag,
  ShoppingCart,
  Tag,
} from "@medusajs/icons"
import { Command } from "cmdk"
import { useEffect, useState } from "react"
import type { ComponentType } from "react"
import { useTranslation } from "react-i18next"
import { graphql } from "../api/graphql"
import { useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { PALETTE_ITEM } from "./Palette"
import type { HitType } from "./recordHref"
import { recordHref } from "./recordHref"

const SearchQuery = graphql(`
  query PortalSearch($text: String!) {
    portalSearch(text: $text) {
      type
      id
      title
      subtitle
    }
  }
`)

const ICONS: Record<HitType, ComponentType> = {
  ORDER: ShoppingCart,
  SELLER: BuildingStorefront,
  PRODUCT: ShoppingBag,
  OFFER: Tag,
  DOCUMENT: DocumentText,
  RETURN: ArrowUturnLeft,
  CAMPAIGN: QueueList,
}

const TYPING_MS = 200

/** Records of the room that fit the text, asked of the server while one types. */
export function PaletteHits({ text, go }: { text: string; go: (href: string) => void }) {
  const { t } = useTranslation()
  const room = useRoom()
  const [asked, setAsked] = useState("")
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  const query = useRoomQuery(SearchQuery, { text: asked }, { enabled: asked.length > 0 })
  const hits = asked ? (query.data?.portalSearch ?? []) : []
  const found = hits.flatMap((hit) => {
    const href = recordHref(room, hit)
    return href ? [{ ...hit, href }] : []
  })
  if (query.isFetching && found.length === 0)
    return <Command.Loading className="text-ui-fg-muted px-3 py-2 text-sm">{t("palette.searching")}</Command.Loading>
  if (found.length === 0) return null
  return (
    <Command.Group heading={<span className="text-ui-fg-muted px-3 text-xs">{t("palette.records")}</span>}>
      {found.map((hit) => {
        const Icon = ICONS[hit.type]
        return (
          <Command.Item
            key={`${hit.type}:${hit.id}`}
            value={`${hit.type}:${hit.id}`}
            className={PALETTE_ITEM}
            onSelect={() => go(hit.href)}
          >
            <Icon aria-hidden />
            <span className="min-w-0 flex-1 py-1">
              <span className="block truncate font-medium">{hit.title}</span>
              {hit.subtitle && <span className="text-ui-fg-muted block truncate text-xs">{hit.subtitle}</span>}
            </span>
            <span className="text-ui-fg-muted shrink-0 text-xs">{t(`palette.type_${hit.type}`)}</span>
          </Command.Item>
        )
      })}
    </Command.Group>
  )
}
