import { addTrailNames, addTrailSource } from "@gondola/marketplace"

/** What was done at a counter, from the shop's own sealed trail, and what shoppers declared online: both by their order. */
addTrailSource({
  name: "store return",
  sql: `select 'store return', a.shop_id || ':' || a.sequence, a.at, 'SHOP_STAFF', a.actor, 'return.' || a.action,
      'store_return', r.id, r.order_id, null::text, a.detail::jsonb || jsonb_build_object('number', r.number, 'hash', a.hash)
    from store_return_audit a join store_return r on r.id = a.subject`,
})
addTrailSource({
  name: "withdrawal",
  sql: `select 'withdrawal', w.id, w.declared_at, 'CUSTOMER', null::text, 'withdrawal.declared', 'withdrawal', w.id, w.order_id,
      null::text, jsonb_build_object('lines', w.lines, 'refundDueAt', w.refund_due_at)
    from store_return_withdrawal w`,
})
addTrailNames({ name: "shop staff", sql: `select id, name from store_return_staff` })
addTrailNames({ name: "store return", sql: `select id, number from store_return` })
addTrailNames({ name: "shop", sql: `select id, name from store_return_shop` })
