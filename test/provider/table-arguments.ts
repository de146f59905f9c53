import type { Bag } from "../engine/bag";
import { ON_SVM1 } from "../names";

export const TABLE = "IscsiCredentialsTable";

/** Rows as a program has them. */
export const none: Bag = { authenticationType: "none" };
export const deny: Bag = { authenticationType: "deny" };
export const chap = (user: string, password = "canary-of-a-row"): Bag => ({
  authenticationType: "chap",
  chap: { inbound: { user, password } },
});

/** Arguments of a table on `svm1`. */
export const table = (credentials: Bag, more: Bag = {}): Bag => ({ ...ON_SVM1, credentials, ...more });

/** The same of a credential of its own. */
export const single = (initiator: string, row: Bag, more: Bag = {}): Bag => ({
  ...ON_SVM1,
  initiator,
  ...row,
  ...more,
});

/** `count` rows by initiator, from the first number on. */
export const hosts = (count: number, row: (n: number) => Bag = () => none, first = 1): Bag =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [host(first + n), row(first + n)]));

/** The initiator of a host by its number. */
export const host = (n: number): string => `iqn.1998-01.com.example:host${n}`;
