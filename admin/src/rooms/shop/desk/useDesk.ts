import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Document } from "../../../api/graphql"
import { roomRequest } from "../../../api/hooks"
import { UNREACHABLE, isCode, messageOf } from "../../../api/errors"
import { newKey } from "../../../ui/newKey"
import { useDraft } from "../../../ui/useDraft"
import { AbandonMutation, ApproveMutation, FindMutation, OpenMutation, QuoteMutation, SettleMutation } from "./queries"
import { signal } from "./signal"
import type { Work } from "./work"
import { lineOfScan, linesInput, withQuantity } from "./work"

export type Busy = "find" | "quote" | "approve" | "settle" | "abandon"

export interface DeskActions {
  work: Work | null
  busy?: Busy
  error?: string
  change: (next: Work) => void
  scan: (code: string) => void
  find: (number: number, email: string) => void
  quote: () => void
  approve: (managerPin: string, reason: string) => void
  settle: (signature: string) => void
  abandon: () => void
  restart: () => void
}

const ask = <R, V>(document: Document<R, V>, variables: V): Promise<R> => roomRequest("SHOP", document, variables)

/** One return from the first scan to the labels; every step may be repeated without harm. */
export function useDesk(): DeskActions {
  const { t } = useTranslation()
  const [work, setWork] = useDraft<Work | null>("gondola.desk.work", null)
  const [busy, setBusy] = useState<Busy>()
  const [error, setError] = useState<string>()
  const run = async (step: Busy, action: () => Promise<void>): Promise<void> => {
    setBusy(step)
    setError(undefined)
    try {
      await action()
      signal("good")
    } catch (thrown) {
      signal("bad")
      setError(messageOf(thrown, t))
      // The server let go of this return: what was noted stays, the next quote opens another one.
      if (isCode(thrown, "LEASE_EXPIRED") || isCode(thrown, "WRONG_STATE"))
        setWork((before) => before && { ...before, key: newKey(), quoted: undefined, stale: true })
    }
    setBusy(undefined)
  }
  const find = (variables: { number: number | null; email: string | null; code: string | null }): void =>
    void run("find", async () => {
      const { deskFind } = await ask(FindMutation, variables)
      setWork({ order: deskFind, key: newKey(), lines: {}, stale: true })
    })
  const scanArticle = (code: string, current: Work): void => {
    const line = lineOfScan(current.order, code)
    const already = line ? (current.lines[line.lineId]?.quantity ?? 0) : 0
    const problem = !line
      ? t("desk.notInOrder", { code })
      : already >= line.returnable
        ? t("desk.noMore", { title: line.title })
        : undefined
    signal(problem ? "bad" : "good")
    setError(problem)
    if (line && !problem) setWork(withQuantity(current, line, already + 1))
  }
  return {
    work,
    busy,
    error,
    change: setWork,
    scan: (code) => (work && !work.settled ? scanArticle(code, work) : find({ code, number: null, email: null })),
    find: (number, email) => find({ number, email, code: null }),
    quote: () =>
      work &&
      void run("quote", async () => {
        const opened =
          work.quoted ?? (await ask(OpenMutation, { orderId: work.order.orderId, idempotencyKey: work.key })).openReturn
        const { quoteReturn } = await ask(QuoteMutation, { returnId: opened.id, lines: linesInput(work) })
        setWork({ ...work, quoted: quoteReturn, stale: false })
      }),
    approve: (managerPin, reason) =>
      work?.quoted &&
      void run("approve", async () => {
        const { approveReturn } = await ask(ApproveMutation, { returnId: work.quoted?.id ?? "", managerPin, reason })
        setWork({ ...work, quoted: approveReturn })
      }),
    settle: (signature) =>
      work?.quoted &&
      void run("settle", async () => {
        const { settleReturn } = await ask(SettleMutation, { returnId: work.quoted?.id ?? "", signature })
        setWork({ ...work, settled: settleReturn })
      }),
    abandon: () =>
      void run("abandon", async () => {
        const opened = work?.settled ? undefined : work?.quoted
        if (opened)
          await ask(AbandonMutation, { returnId: opened.id }).catch((thrown: unknown) => {
            // A return that is over already needs no abandoning; silence does.
            if (isCode(thrown, UNREACHABLE)) throw thrown
          })
        setWork(null)
      }),
    restart: () => setWork(null),
  }
}
