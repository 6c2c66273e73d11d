import { v4, v7 } from "uuid";

/** A new UUIDv7: ids made later in a process sort later. */
export const newId = (): string => v7();

/** A random id that tells nothing about when it was made (T6: evaluation responses). */
export const newUnorderedId = (): string => v4();
