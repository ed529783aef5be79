import { XMark } from "@medusajs/icons"
import { FocusModal, IconButton, Kbd } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"

interface ShortcutsProps {
  open: boolean
  setOpen: (open: boolean) => void
}

const KEYS = [
  { keys: ["Ctrl", "K"], what: "palette" },
  { keys: ["/"], what: "search" },
  { keys: ["↑", "↓"], what: "rows" },
  { keys: ["Shift"], what: "range" },
  { keys: ["Ctrl", "S"], what: "save" },
  { keys: ["Esc"], what: "close" },
  { keys: ["?"], what: "help" },
] as const

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** ? shows this list, / goes to the list's search field; neither while one types. */
export function Shortcuts({ open, setOpen }: ShortcutsProps) {
  const { t } = useTranslation()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (event.key === "?") {
        event.preventDefault()
        setOpen(true)
      }
      const field = event.key === "/" && document.querySelector<HTMLElement>("[data-list-search]")
      if (field) {
        event.preventDefault()
        field.focus()
      }
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [setOpen])
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Content
        aria-describedby={undefined}
        className="inset-auto left-1/2 top-[12vh] h-fit w-[min(28rem,calc(100vw-1.5rem))] -translate-x-1/2"
      >
        <div className="flex items-center justify-between border-b px-4 py-3">
          <FocusModal.Title className="font-semibold">{t("shortcuts.title")}</FocusModal.Title>
          <FocusModal.Close asChild>
            <IconButton size="small" variant="transparent" aria-label={t("common.close")}>
              <XMark />
            </IconButton>
          </FocusModal.Close>
        </div>
        <dl className="flex flex-col gap-1 p-4 text-sm">
          {KEYS.map(({ keys, what }) => (
            <div key={what} className="flex items-center justify-between gap-4 py-1">
              <dt className="text-ui-fg-subtle">{t(`shortcuts.${what}`)}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </FocusModal.Content>
    </FocusModal>
  )
}
