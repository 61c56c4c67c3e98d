-- PostgreSQL before 18: ids made within one millisecond come in their order too, as 18's own do. The 12 bits after the version hold
-- the microseconds (RFC 9562, section 6.2, method 3).
DO $$
BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    CREATE OR REPLACE FUNCTION public.uuidv7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $body$
      SELECT encode(
        overlay(uuid_send(gen_random_uuid()) PLACING
          substring(int8send(us / 1000) FROM 3) || int2send((x'7000'::int + us % 1000 * 4096 / 1000)::int2)
          FROM 1 FOR 8),
        'hex')::uuid
      FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS us) AS now
    $body$;
  END IF;
END $$;
