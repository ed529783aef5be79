import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useBlocker } from "react-router-dom"
import { useConfirm } from "./useConfirm"

/** While something is not saved, leaving the page asks first: in the portal by our words, of the tab by the browser's. */
export function useUnsaved(dirty: boolean): void {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    return dirty && currentLocation.pathname !== nextLocation.pathname
  })
  const asking = useRef(false)
  useEffect(() => {
    if (blocker.state !== "blocked" || asking.current) return
    asking.current = true
    const question = {
      title: t("saveBar.leaveTitle"),
      description: t("saveBar.leaveText"),
      confirm: t("saveBar.leave"),
    }
    void confirm(question).then((leave) => {
      asking.current = false
      if (leave) blocker.proceed()
      else blocker.reset()
    })
  }, [blocker, confirm, t])
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener("beforeunload", warn)
    return () => removeEventListener("beforeunload", warn)
  }, [dirty])
}
