import type { ClientBase } from "pg";

/**
 * Everything in `public`, each as one line of text: columns, constraints, indexes, triggers, functions, enums, comments. A column
 * that was dropped keeps its number, so columns stand by their order.
 */
export async function catalogue(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query(`
    with ours as (select oid, relname from pg_class where relnamespace = 'public'::regnamespace),
    things(line) as (
      select concat_ws(' ', relname, attname, rank() over (partition by attrelid order by attnum),
                       format_type(atttypid, atttypmod), attnotnull, attgenerated, attcollation::regcollation, pg_get_expr(adbin, adrelid), col_description(attrelid, attnum))
        from ours join pg_attribute on attrelid = ours.oid left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attnum > 0 and not attisdropped
      union all select concat_ws(' ', relname, obj_description(oid, 'pg_class')) from ours
      union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_triggerdef(pg_trigger.oid) from pg_trigger join ours on tgrelid = ours.oid where not tgisinternal
      union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
      union all select concat_ws(' ', typname, enumlabel, enumsortorder) from pg_enum join pg_type on enumtypid = pg_type.oid
    )
    select line from things order by line collate "C"`);
  return rows.map((row) => row.line);
}
