import { Button, Drawer, StatusBadge, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { areaOf } from "./areaOf"
import { MAIL_COLORS, MailQuery, ResendMailMutation } from "./mails"

export function MailDrawer({ id, title, close }: { id: string; title: string; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(MailQuery, { id })
  const resend = useRoomMutation(ResendMailMutation, { said: t("mails.resent") })
  return (
    <SidePanel title={title} close={close}>
      <Drawer.Body className="flex flex-col gap-4 overflow-y-auto p-4">
        <Answer query={query}>
          {({ mail }) =>
            mail && (
              <>
                <Terms
                  rows={[
                    [t("mails.to"), mail.email || "–"],
                    [
                      t("common.state"),
                      <StatusBadge key="state" color={MAIL_COLORS[mail.state]}>
                        {t(`mailStates.${mail.state}`)}
                      </StatusBadge>,
                    ],
                    [t("mails.kind"), areaOf(t, mail.kind)],
                    [t("mails.at"), format.dateTime(mail.createdAt)],
                    [t("mails.attempts"), format.number(mail.attempts)],
                    ...(mail.nextAttemptAt ? [[t("mails.next"), format.dateTime(mail.nextAttemptAt)] as const] : []),
                    ...(mail.lastError ? [[t("mails.error"), mail.lastError] as const] : []),
                  ]}
                />
                {mail.state === "DEAD" && (
                  <Button isLoading={resend.isPending} onClick={() => resend.mutate({ id })}>
                    {t("mails.resend")}
                  </Button>
                )}
                <Tabs defaultValue="html">
                  <Tabs.List aria-label={t("mails.view")}>
                    <Tabs.Trigger value="html">{t("mails.html")}</Tabs.Trigger>
                    <Tabs.Trigger value="text">{t("mails.text")}</Tabs.Trigger>
                  </Tabs.List>
                  <Tabs.Content value="html" className="pt-3">
                    {/* No script, no form, no way out of the frame: it shows what others wrote. */}
                    <iframe
                      title={t("mails.frame")}
                      sandbox=""
                      srcDoc={mail.html}
                      className="h-[60vh] w-full rounded-md border bg-white"
                    />
                  </Tabs.Content>
                  <Tabs.Content value="text" className="pt-3">
                    <pre
                      tabIndex={0}
                      className="bg-ui-bg-subtle max-h-[60vh] overflow-auto whitespace-pre-wrap break-words rounded-md border p-3 text-xs"
                    >
                      {mail.text}
                    </pre>
                  </Tabs.Content>
                </Tabs>
              </>
            )
          }
        </Answer>
      </Drawer.Body>
    </SidePanel>
  )
}
