import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Actor } from "@gondola/kit"
import type { Place } from "./places"

/** Whose data. Ids and e-mail are found first; a contributor looks for nothing else. */
export interface PrivacySubject {
  readonly kind: Actor
  /** The account's id; of a guest who only ordered, the id of one of its customer records. */
  readonly id: string
  /** Every record that Medusa keeps of the same person: a guest's orders have one each. */
  readonly ids: readonly string[]
  /** Lower case. */
  readonly email: string
  /** As it was printed: «Camille Durand»; empty when there is none. */
  readonly names: readonly string[]
  /** A customer's orders; none of others. */
  readonly orderIds: readonly string[]
}

/** What stands for the person from now on; random, so that nothing leads back. */
export interface Alias {
  readonly email: string
  readonly name: string
}

/**
 * An area that keeps personal data. It adds itself with `addPrivacyContributor`; whoever makes a table with a name, an
 * address, an e-mail or a free text of a person in it says here how it is given out and how it is emptied.
 */
export interface PrivacyContributor {
  readonly name: string
  /** Tables with personal data that this area answers for; the guard test asks for every table that looks like one. */
  readonly places: Readonly<Record<string, Place>>
  /** What the person is given, under a heading. Only its own: never what another person wrote. */
  collect(knex: Knex, subject: PrivacySubject): Promise<Readonly<Record<string, unknown>>>
  /** Empties or replaces, in the one transaction of the erasure. @returns rows touched, by table */
  erase(
    trx: Knex.Transaction,
    subject: PrivacySubject,
    alias: Alias,
  ): Promise<Readonly<Record<string, number | undefined>>>
  /** Why an erasure has to wait, in a word that the portal translates; null when nothing is under way. */
  waitsFor?(knex: Knex, subject: PrivacySubject): Promise<string | null>
}

const contributors = new Map<string, PrivacyContributor>()

export function addPrivacyContributor(contributor: PrivacyContributor): void {
  contributors.set(contributor.name, contributor)
}

export const privacyContributors = (): readonly PrivacyContributor[] => [...contributors.values()]
