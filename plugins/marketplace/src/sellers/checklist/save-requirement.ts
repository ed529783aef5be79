import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { slug } from "../../catalogue/slug"
import { knexOf } from "../../modules/marketplace/resolve"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import { alignShelves } from "../align-shelves"
import { newRequirementLetter } from "../letters/application"
import type { SellerRow } from "../seller-row"
import { tellSeller } from "../tell"
import { applies } from "./checklist"
import type { Requirement } from "./requirement"
import { readRequirements } from "./requirement-store"

export type RequirementDraft = Pick<
  Requirement,
  "kind" | "audience" | "legalForm" | "stream" | "label" | "help" | "mandatory" | "needsExpiry"
>

const DAY_MS = 86_400_000
/** What sellers who sell already get to hand in a new paper: the notice of a change of terms (P2B art. 3). */
export const REQUIREMENT_NOTICE_DAYS = 15

/**
 * Adds a line to the checklist, or changes one. Sellers who sell already are told, and have fifteen days.
 * @throws BAD_INPUT | NOT_FOUND | CONFLICT
 */
export async function saveRequirement(
  container: MedusaContainer,
  { id, draft, actor }: { id?: string | null; draft: RequirementDraft; actor: Act["actor"] },
): Promise<string> {
  const label = { fr: draft.label.fr.trim(), en: draft.label.en.trim() }
  if (!label.fr || !label.en || label.fr.length > 120 || label.en.length > 120)
    throw badInput("Give the item a name in French and in English, at most 120 characters", { field: "label" })
  if ((draft.kind === "epr") !== (draft.stream !== null))
    throw badInput("An EPR number belongs to a stream, and only that does", { field: "stream" })
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const saved = await knex.transaction(async (trx) => {
    const list = await readRequirements(trx as never)
    const before = id ? list.find((each) => each.id === id) : undefined
    if (id && !before) throw notFound("This line of the checklist")
    if (before && before.kind !== draft.kind) throw badInput("Retire this line and add another: its kind stays")
    const twin = list.find(
      (each) => each.id !== id && draft.kind !== "document" && each.kind === draft.kind && each.stream === draft.stream,
    )
    if (twin) throw conflict("The checklist asks for this already")
    const sellers = (await trx("marketplace_seller")
      .whereIn("state", ["active", "suspended"])
      .whereNull("deleted_at")) as SellerRow[]
    const asked = (seller: SellerRow, of: RequirementDraft) =>
      applies(of as Requirement, { countryCode: seller.country_code, legalForm: seller.legal_form })
    const newly = draft.mandatory
      ? sellers.filter((seller) => asked(seller, draft) && !(before?.mandatory && asked(seller, before)))
      : []
    const bindingFrom =
      newly.length > 0 ? new Date(+now + REQUIREMENT_NOTICE_DAYS * DAY_MS) : (before?.bindingFrom ?? now)
    const columns = {
      kind: draft.kind,
      audience: draft.audience,
      legal_form: draft.legalForm,
      stream: draft.stream,
      label: JSON.stringify(label),
      help: JSON.stringify(draft.help),
      mandatory: draft.mandatory,
      needs_expiry: draft.kind === "document" && draft.needsExpiry,
      binding_from: bindingFrom,
    }
    const rowId = before?.id ?? generateEntityId(undefined, "req")
    if (before) await trx("marketplace_requirement").where({ id: rowId }).update(columns)
    else
      await trx("marketplace_requirement").insert({
        ...columns,
        id: rowId,
        code: await freeCode(trx as never, codeOf(draft)),
        position: (list.at(-1)?.position ?? 0) + 1,
        created_at: now,
      })
    await recordAct(
      container,
      {
        actor,
        action: before ? "requirement.change" : "requirement.add",
        subject: { type: "requirement", id: rowId },
        details: { ...draft, bindingFrom },
      },
      trx,
    )
    for (const seller of newly)
      await tellSeller(
        container,
        seller,
        {
          key: `requirement:${rowId}:${now.toISOString()}:${seller.id}`,
          kind: "seller.requirement",
          letter: newRequirementLetter(label, bindingFrom),
        },
        trx,
      )
    return rowId
  })
  await alignShelves(container)
  return saved
}

/** Asked of nobody from now on; what was handed in is kept. @throws NOT_FOUND */
export async function retireRequirement(
  container: MedusaContainer,
  { id, actor }: { id: string; actor: Act["actor"] },
): Promise<void> {
  await knexOf(container).transaction(async (trx) => {
    const changed = await trx("marketplace_requirement")
      .where({ id })
      .whereNull("retired_at")
      .update({ retired_at: clockOf(container).now() })
    if (changed === 0) throw notFound("This line of the checklist")
    await recordAct(container, { actor, action: "requirement.retire", subject: { type: "requirement", id } }, trx)
  })
  await alignShelves(container)
}

const codeOf = (draft: RequirementDraft): string =>
  (draft.kind === "document" ? slug(draft.label.en) : [draft.kind, draft.stream].filter(Boolean).join("_")).replaceAll(
    "-",
    "_",
  ) || "item"

async function freeCode(knex: Parameters<typeof readRequirements>[0], wanted: string): Promise<string> {
  const taken = new Set((await knex("marketplace_requirement").pluck("code")) as string[])
  let code = wanted
  for (let n = 2; taken.has(code); n += 1) code = `${wanted}_${n}`
  return code
}
