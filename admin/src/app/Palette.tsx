import { Command } from "cmdk"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { usePasses } from "../api/session"
import { PaletteHits } from "./PaletteHits"
import { hrefOf, roomEntry } from "./rooms"

interface PaletteProps {
  open: boolean
  setOpen: (open: boolean) => void
}

export const PALETTE_ITEM =
  "flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md px-3 text-sm data-[selected=true]:bg-ui-bg-highlight"

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()

/** Every word of the text somewhere in the name, whatever its accents: letters scattered over a name are no match. */
const fits = (name: string, text: string): boolean =>
  plain(text)
    .split(/\s+/)
    .every((word) => plain(name).includes(word))

/** Ctrl+K: any page of any of my rooms, and the records of this one, by a few letters. */
export function Palette({ open, setOpen }: PaletteProps) {
  const { t } = useTranslation()
  const passes = usePasses()
  const navigate = useNavigate()
  const [text, setText] = useState("")
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(!open)
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [open, setOpen])
  useEffect(() => {
    if (!open) setText("")
  }, [open])
  const go = (href: string): void => {
    setOpen(false)
    void navigate(href)
  }
  return (
    <Command.Dialog
      open={open}
      onOpenChange={setOpen}
      label={t("palette.label")}
      // Records are chosen by the server, pages below: the palette's own filter would drop what a GTIN found.
      shouldFilter={false}
      overlayClassName="bg-ui-bg-overlay fixed inset-0 z-40"
      contentClassName="bg-ui-bg-base shadow-elevation-modal fixed left-1/2 top-[12vh] z-50 w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-hidden rounded-xl"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={t("palette.placeholder")}
        className="w-full border-b bg-transparent px-4 py-3.5 text-base outline-none"
      />
      <Command.List className="max-h-[60vh] overflow-y-auto p-2">
        <Command.Empty className="text-ui-fg-subtle p-4 text-sm">{t("palette.empty")}</Command.Empty>
        {passes.map((pass) => {
          const entry = roomEntry(pass.room)
          const room = t(`rooms.${pass.room}`)
          const pages = entry.pages.filter((page) => fits(`${room} ${t(`nav.${page.label}`)}`, text))
          if (pages.length === 0) return null
          return (
            <Command.Group key={pass.room} heading={<span className="text-ui-fg-muted px-3 text-xs">{room}</span>}>
              {pages.map((page) => {
                const Icon = page.icon
                const href = hrefOf(entry, page)
                return (
                  <Command.Item
                    key={href}
                    value={`${room} ${t(`nav.${page.label}`)}`}
                    className={PALETTE_ITEM}
                    onSelect={() => go(href)}
                  >
                    <Icon aria-hidden />
                    {t(`nav.${page.label}`)}
                  </Command.Item>
                )
              })}
            </Command.Group>
          )
        })}
        {open && <PaletteHits text={text} go={go} />}
      </Command.List>
    </Command.Dialog>
  )
}
