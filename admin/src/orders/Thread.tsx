import { Button } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { Answer, EmptyNote } from "../ui/Feedback"
import { TextareaField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { newKey } from "../ui/newKey"
import { Panel } from "../ui/Panel"
import type { FileDraft } from "./files"
import { FilePicker } from "./FilePicker"
import { MessageList } from "./MessageList"
import {
  OperatorReads,
  OperatorThreadQuery,
  SellerReads,
  SellerThreadQuery,
  type TalkRoom,
  WriteAsOperator,
  WriteAsSeller,
} from "./talk"

/** The conversation about one trader's part of an order. Opening it marks it as read. */
export function Thread({ sellerOrderId }: { sellerOrderId: string }) {
  const { t } = useTranslation()
  const seller = (useRoom() as TalkRoom) === "SELLER"
  const query = useRoomQuery(
    seller ? SellerThreadQuery : OperatorThreadQuery,
    { id: sellerOrderId },
    { refetchInterval: 30_000 },
  )
  const read = useRoomMutation(seller ? SellerReads : OperatorReads, { quiet: true })
  const unread = query.data?.thread.unread ?? 0
  const { mutate } = read
  useEffect(() => {
    if (unread > 0) mutate({ id: sellerOrderId })
  }, [unread, mutate, sellerOrderId])
  return (
    <Panel title={t("care.messages")}>
      <div className="flex flex-col gap-4">
        <Answer query={query} rows={3}>
          {({ thread }) =>
            thread.messages.length === 0 ? (
              <EmptyNote title={t("talk.empty")} hint={t("talk.emptyHint")} />
            ) : (
              <MessageList messages={thread.messages} sellerOrderId={sellerOrderId} />
            )
          }
        </Answer>
        <Write sellerOrderId={sellerOrderId} seller={seller} />
      </div>
    </Panel>
  )
}

function Write({ sellerOrderId, seller }: { sellerOrderId: string; seller: boolean }) {
  const { t } = useTranslation()
  const [body, setBody] = useState("")
  const [files, setFiles] = useState<FileDraft[]>([])
  const [key, setKey] = useState(newKey)
  const send = useRoomMutation(seller ? WriteAsSeller : WriteAsOperator, {
    said: t("talk.sent"),
    quiet: true,
    done: () => {
      setBody("")
      setFiles([])
      setKey(newKey())
    },
  })
  return (
    <form
      noValidate
      className="flex flex-col gap-3 border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        const sent = files.map(({ name, data }) => ({ name, data }))
        send.mutate({ id: sellerOrderId, message: { key, body, files: sent } })
      }}
    >
      <FormError error={send.error} />
      <TextareaField
        label={t("talk.body")}
        hint={t("talk.bodyHint")}
        rows={3}
        maxLength={4000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <FilePicker files={files} set={setFiles} />
      <Button
        type="submit"
        className="self-start"
        isLoading={send.isPending}
        disabled={body.trim() === "" && files.length === 0}
      >
        {t("talk.send")}
      </Button>
    </form>
  )
}
