import * as loaded from "rrule";

// Node finds rrule's CommonJS build (everything under `default`), a bundler its ES modules (no `default`): take whichever came.
const library: typeof loaded = "default" in loaded ? (loaded.default as typeof loaded) : loaded;

export const RRule = library.RRule;
