import { isIP } from "node:net";
import { admits } from "../../provider/schema";
import { type Portal, portalText, sourceAddress } from "./login/portal";
import type { Seen } from "./login/seen";
import type { Row } from "./row";

/** A portal, and the address of this machine that it is reached from. */
export interface ReachedPortal {
  readonly portal: Portal;
  readonly from: string;
}

/** After so many logins in a row without a response a portal is given up. */
const MOST_SILENT = 2;

/** The portals of one SVM, in the order to be tried, and what became of them. */
export class Portals {
  readonly #usable: ReachedPortal[];
  readonly #givenUp: string[];
  readonly #silent = new Map<Portal, number>();

  private constructor(usable: readonly ReachedPortal[], givenUp: readonly string[]) {
    this.#usable = [...usable];
    this.#givenUp = [...givenUp];
  }

  /** Looks up from which address each is reached, unless `from` says it; one that cannot be reached from there is given up. */
  static async of(portals: readonly Portal[], from: string | undefined): Promise<Portals> {
    const all = await Promise.all(
      portals.map(async (portal) => {
        const own = from === undefined ? await sourceAddress(portal) : sameFamily(portal, from) ? from : undefined;
        const why = from === undefined ? "there is no route to it" : `it cannot be reached from ${from}`;
        return own === undefined ? `${portalText(portal)}: ${why}` : { portal, from: own };
      }),
    );
    return new Portals(
      all.flatMap((one) => (typeof one === "string" ? [] : [one])),
      all.flatMap((one) => (typeof one === "string" ? [one] : [])),
    );
  }

  /** The first portal from which the row lets this machine in, or why there is none, as a clause. */
  next(row: Row): ReachedPortal | string {
    const found = this.#usable.find(({ from }) => admits(row.addresses, from));
    if (found !== undefined) {
      return found;
    }
    const own = [...new Set(this.#usable.map(({ from }) => from))];
    if (own.length > 0) {
      return `the row's address list does not admit this machine (${own.join(", ")}), so that no login was tried`;
    }
    return this.#givenUp.length === 0
      ? "the SVM has no interface for iSCSI that is up; name a portal with --portal"
      : `no portal can be used (${this.#givenUp.join("; ")})`;
  }

  /** Takes note of what a login came to. A portal is given up where others would come to the same. */
  note(portal: Portal, seen: Seen): void {
    const silent = seen.kind === "silent" ? (this.#silent.get(portal) ?? 0) + 1 : 0;
    this.#silent.set(portal, silent);
    const reason =
      seen.kind === "unreachable"
        ? seen.reason
        : seen.kind === "foreign"
          ? "it does not speak iSCSI"
          : silent >= MOST_SILENT
            ? `${silent} logins in a row got no response`
            : undefined;
    if (reason !== undefined) {
      this.#givenUp.push(`${portalText(portal)}: ${reason}`);
      this.#usable.splice(
        this.#usable.findIndex((one) => one.portal === portal),
        1,
      );
    }
  }
}

function sameFamily({ address }: Portal, from: string): boolean {
  return isIP(address) === isIP(from);
}
