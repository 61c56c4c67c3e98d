/** Why a command will not go on, in words for the person who ran it. Nothing has been changed. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
