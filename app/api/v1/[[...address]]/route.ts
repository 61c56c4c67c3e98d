import { refusing } from "@/app/api/methods";
import { problem } from "@/app/api/problem";

/** Under /api/v1 an address of nothing is a problem like all others, not a page. */
const refuse = refusing(() => problem(404, "There’s nothing at this address."));

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
