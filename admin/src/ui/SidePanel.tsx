import { XMark } from "@medusajs/icons"
import { Drawer, IconButton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface SidePanelProps {
  title: string
  close: () => void
  children: ReactNode
}

/** Details and forms beside the list they belong to; its close button has a name. */
export function SidePanel({ title, close, children }: SidePanelProps) {
  const { t } = useTranslation()
  return (
    <Drawer open onOpenChange={(open) => !open && close()}>
      <Drawer.Content aria-describedby={undefined}>
        <div className="flex items-start justify-between gap-3 border-b px-4 py-3">
          <Drawer.Title className="min-w-0 break-words font-semibold">{title}</Drawer.Title>
          <Drawer.Close asChild>
            <IconButton size="small" variant="transparent" aria-label={t("common.close")}>
              <XMark />
            </IconButton>
          </Drawer.Close>
        </div>
        {children}
      </Drawer.Content>
    </Drawer>
  )
}
