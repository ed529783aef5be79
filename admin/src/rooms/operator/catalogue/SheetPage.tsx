import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate, useParams } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { BackLink } from "../../../ui/BackLink"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { Picture } from "../../../ui/Picture"
import { Terms } from "../../../ui/Terms"
import { useConfirm } from "../../../ui/useConfirm"
import { TakeDownForm } from "../goods/TakeDownForm"
import { VatClassPanel } from "../money/VatClassPanel"
import { MergeDrawer } from "./MergeDrawer"
import { PriceDrawer } from "./PriceDrawer"
import type { Sheet } from "./queries"
import { SetStatusMutation, SheetQuery, UndoMergeMutation } from "./queries"
import { SafetyForm } from "./SafetyForm"
import { SplitDrawer } from "./SplitDrawer"

export function SheetPage() {
  const { id = "" } = useParams()
  const { t } = useTranslation()
  const query = useRoomQuery(SheetQuery, { id })
  return (
    <>
      <BackLink to="/operator/catalogue">{t("nav.catalogueItems")}</BackLink>
      <Answer query={query} rows={8}>
        {({ catalogueSheet }) => <SheetBody sheet={catalogueSheet} />}
      </Answer>
    </>
  )
}

function SheetBody({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<"merge" | "takedown" | { split: string } | { price: string }>()
  const status = useRoomMutation(SetStatusMutation, { said: t("catalogue.statusSaved") })
  const isPublished = sheet.item.status === "published"
  const close = (): void => setOpen(undefined)
  const actions = (
    <>
      <Button
        size="small"
        variant="secondary"
        isLoading={status.isPending}
        onClick={() => status.mutate({ productId: sheet.item.id, published: !isPublished })}
      >
        {t(isPublished ? "catalogue.unpublish" : "catalogue.publish")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => setOpen("merge")}>
        {t("catalogue.merge")}
      </Button>
      <Button size="small" variant="danger" onClick={() => setOpen("takedown")}>
        {t("goods.takeDown")}
      </Button>
    </>
  )
  return (
    <Page title={sheet.item.title} lead={sheet.categories.join(" · ") || undefined} actions={actions}>
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("catalogue.sheet")}>
            <div className="flex gap-4">
              <Picture src={sheet.item.image} />
              <div className="min-w-0 flex-1">
                <Terms
                  rows={[
                    [t("common.state"), t(isPublished ? "catalogue.published" : "catalogue.draft")],
                    [t("catalogue.english"), sheet.titleEn],
                    [t("proposals.brand"), sheet.item.brand ?? "–"],
                    [t("proposals.partNumber"), sheet.partNumber ?? "–"],
                    [t("catalogue.source"), sheet.item.source ?? "–"],
                  ]}
                />
              </div>
            </div>
          </Panel>
          <Variants sheet={sheet} split={(id) => setOpen({ split: id })} price={(id) => setOpen({ price: id })} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("catalogue.gates")}>
            {sheet.gates.length === 0 ? (
              <p className="text-sm">{t("catalogue.green")}</p>
            ) : (
              <ul className="flex flex-col gap-2 text-sm">
                {sheet.gates.map((gate) => (
                  <li key={gate.requirement} className="flex items-center gap-2">
                    <Badge size="2xsmall" color={gate.level === "BLOCK" ? "red" : "orange"}>
                      {t(gate.level === "BLOCK" ? "catalogue.blocks" : "catalogue.warns")}
                    </Badge>
                    {t(`listing.${gate.requirement}` as "listing.picture", { defaultValue: gate.requirement })}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={t("catalogue.safety")}>
            <SafetyForm key={sheet.item.id} sheet={sheet} />
          </Panel>
          <VatClassPanel productId={sheet.item.id} />
        </div>
      </div>
      <Events sheet={sheet} />
      {open === "takedown" && <TakeDownForm sheet={sheet} close={close} />}
      {open === "merge" && <MergeDrawer sheet={sheet} close={close} />}
      {typeof open === "object" && "split" in open && (
        <SplitDrawer sheet={sheet} variantId={open.split} close={close} />
      )}
      {typeof open === "object" && "price" in open && (
        <PriceDrawer sheet={sheet} variantId={open.price} close={close} />
      )}
    </Page>
  )
}

interface VariantsProps {
  sheet: Sheet
  split: (variantId: string) => void
  price: (variantId: string) => void
}

function Variants({ sheet, split, price }: VariantsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Panel title={t("catalogue.variants")} flush>
      <DataTable
        label={t("catalogue.variants")}
        rows={sheet.variants}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "title",
            header: t("catalogue.variant"),
            cell: (row) => (
              <span className="block py-1">
                <span className="block font-medium">{row.title}</span>
                <span className="text-ui-fg-muted text-xs">{row.gtins.join(", ") || "–"}</span>
              </span>
            ),
          },
          {
            key: "offers",
            header: t("nav.offers"),
            cell: (row) =>
              row.offers.length === 0
                ? "–"
                : row.offers.map((offer) => (
                    <span key={offer.id} className="tabular block text-xs">
                      {offer.trader.name} · {format.money(offer.price)} · {format.number(offer.inStock)}
                    </span>
                  )),
          },
          {
            key: "do",
            header: t("common.actions"),
            end: true,
            fixed: true,
            cell: (row) => (
              <span className="flex justify-end gap-1">
                <Button size="small" variant="transparent" onClick={() => price(row.id)}>
                  {t("common.price")}
                </Button>
                {sheet.variants.length > 1 && (
                  <Button size="small" variant="transparent" onClick={() => split(row.id)}>
                    {t("catalogue.split")}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function Events({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const format = useFormat()
  const confirm = useConfirm()
  const navigate = useNavigate()
  const undo = useRoomMutation(UndoMergeMutation, { said: t("catalogue.undone") })
  const ask = async (eventId: string): Promise<void> => {
    const sure = await confirm({
      title: t("catalogue.undoTitle"),
      description: t("catalogue.undoText"),
      confirm: t("catalogue.undo"),
      danger: false,
    })
    if (sure) undo.mutate({ eventId })
  }
  return (
    <Panel title={t("catalogue.history")} flush>
      {sheet.events.length === 0 ? (
        <EmptyNote title={t("catalogue.noHistory")} />
      ) : (
        <DataTable
          label={t("catalogue.history")}
          rows={sheet.events}
          rowKey={(row) => row.id}
          onOpen={(row) => row.otherId && void navigate(`/operator/catalogue/${row.otherId}`)}
          columns={[
            { key: "at", header: t("catalogue.when"), cell: (row) => format.dateTime(row.at) },
            {
              key: "kind",
              header: t("catalogue.what"),
              cell: (row) => t(`catalogueEvents.${row.kind}` as "catalogueEvents.merged", { defaultValue: row.kind }),
            },
            { key: "reason", header: t("operator.reason"), cell: (row) => row.reason ?? "–" },
            {
              key: "do",
              header: t("common.actions"),
              end: true,
              fixed: true,
              cell: (row) =>
                row.canUndo && (
                  <Button
                    size="small"
                    variant="transparent"
                    isLoading={undo.isPending}
                    onClick={() => void ask(row.id)}
                  >
                    {t("catalogue.undo")}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Panel>
  )
}
