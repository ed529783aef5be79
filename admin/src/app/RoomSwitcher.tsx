import { CheckMini, ChevronUpDown } from "@medusajs/icons"
import { DropdownMenu } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { RoomPass } from "../api/session"
import { usePasses } from "../api/session"
import type { RoomEntry } from "./rooms"
import { roomEntry } from "./rooms"

/** Only the rooms that the sign-in opened. */
export function RoomSwitcher({ entry, pass }: { entry: RoomEntry; pass: RoomPass }) {
  const { t } = useTranslation()
  const passes = usePasses()
  const navigate = useNavigate()
  const Icon = entry.icon
  return (
    <DropdownMenu modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="shadow-borders-base hover:bg-ui-bg-base-hover flex w-full items-center gap-2.5 rounded-lg p-2 text-left"
        >
          <span className="bg-ui-bg-highlight flex size-9 shrink-0 items-center justify-center rounded-md text-[color:var(--g-on-brand-soft)]">
            <Icon aria-hidden />
          </span>
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm font-medium">{pass.organisation}</span>
            <span className="text-ui-fg-muted block truncate text-xs">{t(`rooms.${entry.room}`)}</span>
            <span className="sr-only">{t("shell.room")}</span>
          </span>
          <ChevronUpDown aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start">
        {passes.map((other) => (
          <DropdownMenu.Item
            key={other.room}
            className="gap-2"
            onSelect={() => void navigate(roomEntry(other.room).path)}
          >
            <span className="w-4">{other.room === pass.room && <CheckMini aria-hidden />}</span>
            {t(`rooms.${other.room}`)} · {other.organisation}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
