/**
 * Where somebody who has signed out goes first: being no page, it makes the browser load anew, so that nothing of theirs stays in the
 * tab's memory, and it clears drafts and the like for whoever uses this browser next.
 */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { Location: "/", "Clear-Site-Data": '"storage"' } });
}
