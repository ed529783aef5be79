import { Badge, Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { TextareaField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { SidePanel } from "../../../ui/SidePanel"

const TermsQuery = graphql(`
  query OperatorTerms {
    operatorTerms {
      version
      summary {
        fr
        en
      }
      publishedAt
      effectiveAt
      inForce
      accepted
      asked
    }
  }
`)
const PublishMutation = graphql(`
  mutation PublishTerms($input: TermsInput!) {
    publishTerms(input: $input) {
      version
    }
  }
`)

export function TermsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const query = useRoomQuery(TermsQuery, {})
  return (
    <Page
      title={t("termsPage.title")}
      lead={t("termsPage.lead")}
      actions={<Button onClick={() => setOpen(true)}>{t("termsPage.publish")}</Button>}
    >
      <Panel flush>
        <Answer query={query}>
          {({ operatorTerms }) =>
            operatorTerms.length === 0 ? (
              <EmptyNote title={t("termsPage.empty")} />
            ) : (
              <DataTable
                label={t("termsPage.title")}
                rows={operatorTerms}
                rowKey={(row) => String(row.version)}
                columns={[
                  {
                    key: "version",
                    header: t("myShop.version", { version: "" }).trim(),
                    cell: (row) => (
                      <span className="flex items-center gap-2">
                        {format.number(row.version)}
                        <Badge size="2xsmall" color={row.inForce ? "green" : "grey"}>
                          {row.inForce
                            ? t("myShop.inForce")
                            : t(Date.parse(row.effectiveAt) > Date.now() ? "termsPage.ahead" : "termsPage.past")}
                        </Badge>
                      </span>
                    ),
                  },
                  {
                    key: "summary",
                    header: t(format.language === "fr" ? "termsPage.summaryFr" : "termsPage.summaryEn"),
                    cell: (row) => (
                      <span className="block min-w-52 max-w-xl whitespace-normal">{row.summary[format.language]}</span>
                    ),
                  },
                  {
                    key: "effective",
                    header: t("termsPage.effective"),
                    cell: (row) => format.date(row.effectiveAt),
                  },
                  {
                    key: "accepted",
                    header: t("termsPage.accepted"),
                    end: true,
                    cell: (row) => t("termsPage.of", { accepted: row.accepted, asked: row.asked }),
                  },
                ]}
              />
            )
          }
        </Answer>
      </Panel>
      {open && <PublishDrawer close={() => setOpen(false)} />}
    </Page>
  )
}

interface PublishForm {
  body: { fr: string; en: string }
  summary: { fr: string; en: string }
  effectiveOn: string
}

const NOTICE_MS = 16 * 86_400_000

function PublishDrawer({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<PublishForm>({
    defaultValues: {
      body: { fr: "", en: "" },
      summary: { fr: "", en: "" },
      effectiveOn: new Date(Date.now() + NOTICE_MS).toISOString().slice(0, 10),
    },
  })
  const publish = useRoomMutation(PublishMutation, { said: t("termsPage.published"), quiet: true, done: close })
  const submit = ({ effectiveOn, ...rest }: PublishForm): void =>
    publish.mutate({ input: { ...rest, effectiveAt: new Date(`${effectiveOn}T00:00:00`).toISOString() } })
  const { errors } = formState
  const missing = (there: unknown) => (there ? t("forms.required") : undefined)
  return (
    <SidePanel title={t("termsPage.publish")} close={close}>
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={publish.error} />
          <TextField
            type="date"
            label={t("termsPage.effective")}
            error={missing(errors.effectiveOn)}
            {...register("effectiveOn", { required: true })}
          />
          <TextareaField
            label={t("termsPage.summaryFr")}
            rows={2}
            error={missing(errors.summary?.fr)}
            {...register("summary.fr", { required: true })}
          />
          <TextareaField
            label={t("termsPage.summaryEn")}
            rows={2}
            error={missing(errors.summary?.en)}
            {...register("summary.en", { required: true })}
          />
          <TextareaField
            label={t("termsPage.bodyFr")}
            rows={6}
            error={missing(errors.body?.fr)}
            {...register("body.fr", { required: true })}
          />
          <TextareaField
            label={t("termsPage.bodyEn")}
            rows={6}
            error={missing(errors.body?.en)}
            {...register("body.en", { required: true })}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="submit" isLoading={publish.isPending}>
            {t("termsPage.publish")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
