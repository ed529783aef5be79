import { BellAlert } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../api/hooks"
import { NoticesPanel } from "./NoticesPanel"
import { UnreadQuery } from "./notices"

const EVERY_MS = 30_000
const MOST_SHOWN = 99

/** The bell of a room with what is unread. */
export function Bell() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const query = useRoomQuery(UnreadQuery, {}, { refetchInterval: EVERY_MS })
  const unread = query.data?.notifications.unread ?? 0
  return (
    <>
      <span className="relative">
        <IconButton
          variant="transparent"
          aria-label={unread ? t("bell.nameUnread", { count: unread }) : t("bell.name")}
          onClick={() => setOpen(true)}
        >
          <BellAlert />
        </IconButton>
        {unread > 0 && (
          <span
            aria-hidden
            className="tabular pointer-events-none absolute -right-1 -top-1 min-w-4 rounded-full bg-[color:var(--g-danger)] px-1 text-center text-[10px] font-semibold leading-4 text-[color:var(--g-on-danger)]"
          >
            {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
          </span>
        )}
      </span>
      {open && <NoticesPanel close={() => setOpen(false)} />}
    </>
  )
}
