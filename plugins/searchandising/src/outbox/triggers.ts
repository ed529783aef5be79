import { CATALOGUE_TABLES } from "@gondola/marketplace"

export const OUTBOX_CHANNEL = "searchandising_outbox"

/** Where the column that `catalogueProductIdsOf` takes is not `id`. */
const ID_COLUMN: Readonly<Record<string, string>> = {
  marketplace_product_sheet: "product_id",
  product_category_product: "product_id",
  marketplace_gtin: "gtin",
}

const FUNCTION = `
create or replace function searchandising_note_change() returns trigger language plpgsql as $$
begin
  execute format('insert into searchandising_outbox (source, source_id) select distinct %L, %I::text from changed',
    TG_TABLE_NAME, TG_ARGV[0]);
  perform pg_notify('${OUTBOX_CHANNEL}', '');
  return null;
end $$`

/** One statement a trigger, whatever the number of rows; a trigger that is there already stays untouched. */
const trigger = (table: string, event: "insert" | "update" | "delete"): string => {
  const name = `searchandising_${event}`
  const rows = event === "delete" ? "old" : "new"
  return `
if to_regclass('${table}') is not null
  and not exists (select 1 from pg_trigger where tgname = '${name}' and tgrelid = to_regclass('${table}')) then
  create trigger ${name} after ${event} on ${table} referencing ${rows} table as changed
    for each statement execute function searchandising_note_change('${ID_COLUMN[table] ?? "id"}');
end if;`
}

/**
 * Installs what fills the outbox. At start and not in a migration, because the tables belong to other modules, whose
 * migrations run in no known order. The lock keeps two starting processes apart.
 */
export const INSTALL_TRIGGERS = `
do $install$ begin
perform pg_advisory_xact_lock(hashtext('searchandising:triggers'));
execute $function$${FUNCTION}$function$;
${CATALOGUE_TABLES.flatMap((table) => (["insert", "update", "delete"] as const).map((event) => trigger(table, event))).join("")}
end $install$`
