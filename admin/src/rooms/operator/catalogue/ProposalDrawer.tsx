import { Badge, Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { ChoiceField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Picture } from "../../../ui/Picture"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { categoryChoices } from "../categoryChoices"
import { ReasonDialog } from "../ReasonDialog"
import type { Proposal } from "./queries"
import { AcceptMutation, CategoriesQuery, LinkMutation, RejectMutation } from "./queries"

/** One article that nobody knows: new to the catalogue, one that is there already, or none that may be sold. */
export function ProposalDrawer({ proposal, close }: { proposal: Proposal; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [rejecting, setRejecting] = useState(false)
  const categories = useRoomQuery(CategoriesQuery, {})
  const choices = categoryChoices(categories.data?.categories ?? [])
  const given = choices.some(({ value }) => value === proposal.category) ? (proposal.category ?? "") : ""
  const [category, setCategory] = useState<string>()
  const chosen = category ?? given
  const accept = useRoomMutation(AcceptMutation, { said: t("proposals.accepted"), quiet: true, done: close })
  const link = useRoomMutation(LinkMutation, { said: t("proposals.linked"), quiet: true, done: close })
  const reject = useRoomMutation(RejectMutation, { said: t("proposals.rejected"), done: close })
  const isOpen = proposal.state === "OPEN"
  const busy = accept.isPending || link.isPending || reject.isPending
  return (
    <SidePanel title={proposal.title} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <FormError error={accept.error ?? link.error} />
        {proposal.images.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {proposal.images.map((image) => (
              <Picture key={image} src={image} />
            ))}
          </div>
        )}
        <Terms
          rows={[
            [t("proposals.seller"), proposal.sellerName],
            ["SKU", proposal.sku],
            ["GTIN", proposal.gtin ?? t("proposals.noGtin")],
            [t("catalogue.english"), proposal.titleEn],
            [t("proposals.brand"), proposal.brand ?? "–"],
            [t("proposals.partNumber"), proposal.partNumber ?? "–"],
            [t("catalogue.manufacturer"), proposal.safety?.manufacturer || "–"],
            [t("common.price"), format.money(proposal.price)],
            [t("common.stock"), format.number(proposal.stock)],
            [t("common.condition"), t(`conditions.${proposal.condition}`)],
            ...(proposal.reason ? ([[t("operator.reason"), proposal.reason]] as const) : []),
          ]}
        />
        {isOpen && (
          <>
            <section className="flex flex-col gap-2">
              <h3 className="text-sm font-semibold">{t("proposals.candidates")}</h3>
              {proposal.candidates.length === 0 && (
                <p className="text-ui-fg-subtle text-sm">{t("proposals.noCandidates")}</p>
              )}
              {proposal.candidates.map((candidate) => (
                <div key={candidate.productId} className="flex items-center gap-3 rounded-md border p-2 text-sm">
                  <Picture src={candidate.image} />
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-medium">{candidate.title}</span>
                    <span className="flex flex-wrap gap-1">
                      <Badge size="2xsmall">{format.number(Math.round(100 * candidate.score))} %</Badge>
                      {candidate.why.map((why) => (
                        <Badge key={why} size="2xsmall" color="blue">
                          {t(`proposals.why_${why}` as "proposals.why_brand")}
                        </Badge>
                      ))}
                    </span>
                  </span>
                  <Button
                    size="small"
                    variant="secondary"
                    disabled={busy}
                    onClick={() => link.mutate({ id: proposal.id, variantId: candidate.variantId })}
                  >
                    {t("proposals.link")}
                  </Button>
                </div>
              ))}
            </section>
            <ChoiceField
              label={t("proposals.category")}
              value={chosen}
              choices={[{ value: "", label: t("proposals.chooseCategory") }, ...choices]}
              onChange={(event) => setCategory(event.target.value)}
            />
          </>
        )}
      </Drawer.Body>
      {isOpen && (
        <Drawer.Footer>
          <Button variant="danger" disabled={busy} onClick={() => setRejecting(true)}>
            {t("proposals.reject")}
          </Button>
          <Button
            disabled={!chosen || busy}
            isLoading={accept.isPending}
            onClick={() => accept.mutate({ id: proposal.id, category: chosen })}
          >
            {t("proposals.accept")}
          </Button>
        </Drawer.Footer>
      )}
      {rejecting && (
        <ReasonDialog
          title={t("proposals.rejectTitle")}
          text={t("proposals.rejectText")}
          confirm={t("proposals.reject")}
          pending={reject.isPending}
          close={() => setRejecting(false)}
          submit={(reason) => reject.mutate({ id: proposal.id, reason })}
        />
      )}
    </SidePanel>
  )
}
