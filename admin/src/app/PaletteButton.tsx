import { MagnifyingGlass } from "@medusajs/icons"
import { Kbd } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

export function PaletteButton({ open }: { open: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      onClick={open}
      className="shadow-borders-base text-ui-fg-muted hover:bg-ui-bg-base-hover mr-auto flex h-9 min-w-0 items-center gap-2 rounded-md px-3 text-sm sm:w-72"
    >
      <MagnifyingGlass aria-hidden />
      <span className="truncate">{t("palette.open")}</span>
      <span className="ml-auto hidden sm:inline" aria-hidden>
        <Kbd>Ctrl K</Kbd>
      </span>
    </button>
  )
}
