import { Button, Container, Heading } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { desk } from "../../../api/desk"
import { useRoomMutation } from "../../../api/hooks"
import { Keypad } from "./Keypad"
import { UnlockMutation } from "./queries"
import { FormError } from "../../../ui/FormError"

const SHORTEST = 4
const LONGEST = 8

export function PinPad() {
  const { t } = useTranslation()
  const [pin, setPin] = useState("")
  const unlock = useRoomMutation(UnlockMutation, { quiet: true, done: ({ deskUnlock }) => desk.unlock(deskUnlock) })
  const { mutate, isPending } = unlock
  const send = (): void => {
    if (pin.length < SHORTEST || isPending) return
    mutate({ pin })
    setPin("")
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || (event.target as Element).closest?.("input,button,[role=menu]")) return
      if (/^\d$/.test(event.key)) setPin((before) => (before + event.key).slice(0, LONGEST))
      if (event.key === "Backspace") setPin((before) => before.slice(0, -1))
      if (event.key === "Enter") send()
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  })
  return (
    <Container className="mx-auto flex w-full max-w-sm flex-col gap-5 p-6">
      <Heading level="h2" className="text-center text-lg">
        {t("desk.pinTitle")}
      </Heading>
      <div
        role="status"
        aria-label={t("desk.pinTyped", { count: pin.length })}
        className="flex h-8 items-center justify-center gap-3"
      >
        {Array.from({ length: Math.max(SHORTEST, pin.length) }, (_, index) => (
          <span
            key={index}
            className={`size-4 rounded-full border-2 border-[color:var(--g-brand)] ${index < pin.length ? "bg-[color:var(--g-brand)]" : ""}`}
          />
        ))}
      </div>
      <FormError error={unlock.error} />
      <Keypad
        press={(digit) => setPin((before) => (before + digit).slice(0, LONGEST))}
        back={() => setPin((before) => before.slice(0, -1))}
      />
      <Button size="xlarge" className="w-full" isLoading={isPending} disabled={pin.length < SHORTEST} onClick={send}>
        {t("desk.unlock")}
      </Button>
    </Container>
  )
}
