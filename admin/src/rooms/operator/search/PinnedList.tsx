import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { Choice } from "../../../ui/Fields"
import { EmptyNote } from "../../../ui/Feedback"
import { Picture } from "../../../ui/Picture"
import type { Pin } from "./search"
import { DeletePinMutation } from "./search"

export const POSITIONS = Array.from({ length: 24 }, (_, index) => ({
  value: String(index + 1),
  label: String(index + 1),
}))

export function PinnedList({ pins, move }: { pins: readonly Pin[]; move: (pin: Pin, position: number) => void }) {
  const { t } = useTranslation()
  const remove = useRoomMutation(DeletePinMutation, { said: t("search.pinDeleted") })
  if (pins.length === 0) return <EmptyNote title={t("search.noPinsHere")} hint={t("search.noPinsHereHint")} />
  return (
    <ul className="divide-y">
      {[...pins]
        .sort((a, b) => a.position - b.position)
        .map((pin) => (
          <li key={pin.id} className="flex items-center gap-3 px-4 py-2.5 sm:px-5">
            <Choice
              className="!w-16"
              aria-label={t("search.positionOf", { title: pin.productTitle })}
              value={String(pin.position)}
              onChange={(event) => move(pin, Number(event.target.value))}
              choices={POSITIONS}
            />
            <Picture src={pin.productImage} />
            <span className="line-clamp-2 min-w-0 flex-1 text-sm">{pin.productTitle}</span>
            <Button
              size="small"
              variant="transparent"
              aria-label={`${t("search.unpin")} ${pin.productTitle}`}
              onClick={() => remove.mutate({ id: pin.id })}
            >
              {t("search.unpin")}
            </Button>
          </li>
        ))}
    </ul>
  )
}
