import { ArrowRightOnRectangle, Keyboard, Moon, Sun, User } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { RoomPass } from "../api/session"
import { desk } from "../api/desk"
import { session } from "../api/session"
import { LanguageSwitch } from "./LanguageSwitch"
import { roomEntry } from "./rooms"
import { chooseTheme, currentTheme } from "./theme"

interface UserMenuProps {
  pass: RoomPass
  showShortcuts: () => void
}

export function UserMenu({ pass, showShortcuts }: UserMenuProps) {
  const { t } = useTranslation()
  const [theme, setTheme] = useState(currentTheme)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const other = theme === "dark" ? "light" : "dark"
  const initials = pass.personName
    .split(/\s+/)
    .map((part) => part[0])
    .slice(0, 2)
    .join("")
  return (
    <div className="flex items-center gap-1 sm:gap-2">
      <LanguageSwitch />
      <IconButton
        variant="transparent"
        aria-label={t(other === "dark" ? "shell.dark" : "shell.light")}
        onClick={() => {
          chooseTheme(other)
          setTheme(other)
        }}
      >
        {other === "dark" ? <Moon /> : <Sun />}
      </IconButton>
      <DropdownMenu modal={false}>
        <DropdownMenu.Trigger asChild>
          <button
            type="button"
            className="flex size-9 items-center justify-center rounded-full bg-[color:var(--g-brand)] text-xs font-semibold text-[color:var(--g-on-brand)]"
          >
            {initials}
            <span className="sr-only">{t("shell.account", { name: pass.personName })}</span>
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          <DropdownMenu.Label>{pass.personName}</DropdownMenu.Label>
          <DropdownMenu.Item className="gap-2" onSelect={() => void navigate(`${roomEntry(pass.room).path}/my-data`)}>
            <User aria-hidden />
            {t("myData.title")}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="gap-2" onSelect={showShortcuts}>
            <Keyboard aria-hidden />
            {t("shortcuts.title")}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="gap-2"
            onSelect={() => {
              void navigate("/sign-in", { replace: true })
              // After the page is left, or its gate would ask to come back to it.
              setTimeout(() => {
                queryClient.clear()
                desk.lock()
                sessionStorage.clear()
                session.close()
              })
            }}
          >
            <ArrowRightOnRectangle aria-hidden />
            {t("shell.signOut")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
    </div>
  )
}
