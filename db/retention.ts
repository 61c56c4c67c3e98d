/** For how many days the trash keeps what is put there, before a purge removes it for good. */
export const RETENTION = 30;
