import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Alias, PrivacySubject } from "./contributor"
import { privacyContributors } from "./contributor"
import { declaredPlaces, undeclaredPlaces } from "./undeclared"

const nobodyKnown = (kind: PrivacySubject["kind"]): PrivacySubject => ({
  kind,
  id: "none",
  ids: ["none"],
  email: "nobody@exemple.fr",
  names: ["Personne Inconnue"],
  orderIds: ["none"],
})

/** A new table with a person in it is noticed on the day it is made, not on the day somebody asks to be erased. */
export function placesScenarios(knex: () => Knex): void {
  it("answers for every table that looks like a person's", async () => {
    expect(await undeclaredPlaces(knex())).toEqual({})
    await knex().raw(`create table "marketplace_wish" ("id" text, "reader_email" text)`)
    expect(await undeclaredPlaces(knex())).toEqual({ marketplace_wish: ["reader_email"] })
    await knex().raw(`drop table "marketplace_wish"`)
  })

  it("declares no table that is gone, and erases where it says so", async () => {
    const { rows } = (await knex().raw(
      `select table_name as name from information_schema.tables where table_type = 'BASE TABLE'`,
    )) as { rows: { name: string }[] }
    const there = new Set(rows.map((row) => row.name))
    const declared = declaredPlaces()
    expect([...declared.keys()].filter((table) => !there.has(table))).toEqual([])
    const alias: Alias = { email: "x@erased.invalid", name: "—" }
    const touched = new Set<string>()
    const trx = await knex().transaction()
    for (const kind of ["CUSTOMER", "SELLER_MEMBER", "BRAND_MEMBER", "SHOP_STAFF", "OPERATOR"] as const)
      for (const contributor of privacyContributors())
        for (const table of Object.keys(await contributor.erase(trx, nobodyKnown(kind), alias))) touched.add(table)
    await trx.rollback()
    const erasing = [...declared].filter(([, place]) => place.as === "erased").map(([table]) => table)
    expect(erasing.filter((table) => !touched.has(table))).toEqual([])
  })
}
