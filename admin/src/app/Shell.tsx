import { BarsThree, XMark } from "@medusajs/icons"
import { Drawer, IconButton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { RoomPass } from "../api/session"
import { Bell } from "../notices/Bell"
import { Logo } from "./Logo"
import { Palette } from "./Palette"
import { PaletteButton } from "./PaletteButton"
import type { RoomEntry } from "./rooms"
import { RoomSwitcher } from "./RoomSwitcher"
import { Shortcuts } from "./Shortcuts"
import { Sidebar } from "./Sidebar"
import { UserMenu } from "./UserMenu"

interface ShellProps {
  entry: RoomEntry
  pass: RoomPass
  children: ReactNode
}

/** The frame of every room: who I am, where I am, where I can go. */
export function Shell({ entry, pass, children }: ShellProps) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const [menu, setMenu] = useState(false)
  const [palette, setPalette] = useState(false)
  const [shortcuts, setShortcuts] = useState(false)
  useEffect(() => setMenu(false), [pathname])
  // The desk's tablet is 1024 px wide: there the counter needs the room more than the menu does.
  const [beside, above] = entry.room === "SHOP" ? ["xl:flex", "xl:hidden"] : ["lg:flex", "lg:hidden"]
  return (
    <div className="bg-ui-bg-subtle flex min-h-dvh">
      <a
        href="#main"
        className="bg-ui-bg-base sr-only z-50 rounded-md p-3 focus:not-sr-only focus:fixed focus:left-2 focus:top-2"
      >
        {t("shell.skip")}
      </a>
      <aside
        className={`bg-ui-bg-base sticky top-0 hidden h-dvh w-60 shrink-0 flex-col gap-3 overflow-y-auto border-r p-3 ${beside}`}
      >
        <Logo />
        <RoomSwitcher entry={entry} pass={pass} />
        <Sidebar entry={entry} />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="bg-ui-bg-base sticky top-0 z-20 flex h-14 items-center gap-2 border-b px-3 sm:px-6">
          <Drawer open={menu} onOpenChange={setMenu}>
            <Drawer.Trigger asChild>
              <IconButton className={above} variant="transparent" aria-label={t("shell.menu")}>
                <BarsThree />
              </IconButton>
            </Drawer.Trigger>
            <Drawer.Content aria-describedby={undefined}>
              <div className="flex items-center justify-between border-b px-4 py-3">
                <Drawer.Title className="font-semibold">{t("shell.menu")}</Drawer.Title>
                <Drawer.Close asChild>
                  <IconButton size="small" variant="transparent" aria-label={t("common.close")}>
                    <XMark />
                  </IconButton>
                </Drawer.Close>
              </div>
              <Drawer.Body className="flex flex-col gap-3 overflow-y-auto p-3">
                <RoomSwitcher entry={entry} pass={pass} />
                <Sidebar entry={entry} />
              </Drawer.Body>
            </Drawer.Content>
          </Drawer>
          <span className={above}>
            <Logo small />
          </span>
          <PaletteButton open={() => setPalette(true)} />
          {(entry.room === "SELLER" || entry.room === "OPERATOR") && <Bell />}
          <UserMenu pass={pass} showShortcuts={() => setShortcuts(true)} />
        </header>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-3 py-5 outline-none sm:px-6 lg:px-8">
          {children}
        </main>
      </div>
      <Palette open={palette} setOpen={setPalette} />
      <Shortcuts open={shortcuts} setOpen={setShortcuts} />
    </div>
  )
}
