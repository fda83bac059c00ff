-- Which partners meet on both sides, and in which state, hangs together. Without knowing it, Postgres reads a list of one side
-- along the key of the whole table, for rows that are hardly there.
create statistics introductions_sides (mcv, dependencies) on need_partner_id, offer_partner_id, state from introductions;
create statistics engagements_sides (mcv, dependencies) on need_partner_id, offer_partner_id, state from engagements;
