import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import type { SellerOffer } from "./offers"
import { SetOfferStateMutation } from "./offers"

/** Pausing is undone by one click, so it does not ask. */
export function OfferStateButton({ row }: { row: SellerOffer }) {
  const { t } = useTranslation()
  const active = row.offer.state === "ACTIVE"
  const change = useRoomMutation(SetOfferStateMutation, {
    said: t(active ? "seller.offerPaused" : "seller.offerActive"),
  })
  if (row.offer.state === "CLOSED") return null
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={change.isPending}
      aria-label={`${t(active ? "seller.pause" : "seller.activate")} ${row.productTitle}`}
      onClick={() => change.mutate({ id: row.offer.id, state: active ? "PAUSED" : "ACTIVE" })}
    >
      {t(active ? "seller.pause" : "seller.activate")}
    </Button>
  )
}
