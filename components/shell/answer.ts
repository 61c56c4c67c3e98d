import type { ZodError } from "zod";

/**
 * Why a door refused: one sentence for the user, which fields are wrong, and whether trying again would be refused alike. `reason` is
 * for what the whole tab has to hear of: the session has ended, or is another user's.
 */
export type Refusal = {
  ok: false;
  message: string;
  errors?: Array<{ path: string; message: string; id?: string }>;
  final?: boolean;
  reason?: "signed-out" | "other-user";
};

/** What every server action answers with; it never throws at the user. */
export type Answer<T = object> = ({ ok: true } & T) | Refusal;

/** The refusal for input that does not fit its operation's schema. */
export function refusal(error: ZodError): Refusal {
  const errors = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return { ok: false, message: errors[0]?.message ?? "That can’t be saved as it is.", errors, final: true };
}

export const signedOut: Refusal = { ok: false, message: "You’re signed out.", reason: "signed-out" };
export const otherUser: Refusal = {
  ok: false,
  message: "Someone else is signed in here now. This wasn’t saved.",
  reason: "other-user",
  final: true,
};
export const crossSite: Refusal = { ok: false, message: "This request came from another site.", final: true };
export const gone: Refusal = { ok: false, message: "That no longer exists.", final: true };
/** What the browser says for the server when no answer came. */
export const unreachable: Refusal = { ok: false, message: "Tandem can’t be reached." };

/** What a notice of the refusal offers: none where trying again would be refused alike. */
export function retry({ final }: Refusal, act: () => void): { label: string; act: () => void } | undefined {
  return final ? undefined : { label: "Retry", act };
}
