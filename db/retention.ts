/** For how many days the trash keeps what is put there, before a purge removes it for good. */
export const RETENTION = 30;

/** How long a session lives after it was last used, in seconds. */
export const SESSION_LIFETIME = 60 * 24 * 60 * 60;
