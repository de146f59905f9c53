import { causeOfList } from "../../provider/inventory";
import { type OntapClient, OntapError } from "../../provider/rest";
import { type ArrayView, readArray, readRow } from "./array-view";
import { beforeLogin } from "./before-login";
import { attemptLogin } from "./login/attempt";
import { freshIsid, type RandomBytes } from "./login/isid";
import { type Portal, portalText } from "./login/portal";
import { Portals, type ReachedPortal } from "./portals";
import { isDefault, type RecordedCredential, type RecordedSecrets } from "./recorded-credentials";
import { decidingRow, type Row } from "./row";
import { type Attempt, isPasswordRefused, ONCE_MORE_ONE_WAY, unknownVerdict, type Verdict, verdictOf } from "./verdict";

/** How logins are made. */
export interface LoginOptions {
  /** Initiator that logs in where the `default` row is to be verified. Default: that row stays unknown. */
  readonly asInitiator: string | undefined;
  /** Address of this machine to connect from. Default: the system's choice. */
  readonly from: string | undefined;
  /** Longest time of one login. */
  readonly timeoutMs: number;
  readonly randomBytes: RandomBytes;
}

/** The credentials of one SVM. */
export interface SvmToVerify {
  readonly ontap: OntapClient;
  readonly uuid: string;
  /** Name of its target, where it is recorded. */
  readonly target: string | undefined;
  /** Portals that are given. Default: its interfaces for iSCSI. */
  readonly portals: readonly Portal[] | undefined;
  readonly credentials: readonly RecordedCredential[];
}

/** A credential with its verdict, and between which addresses it was come to. */
export interface Verified extends Verdict {
  readonly credential: RecordedCredential;
  /** `10.0.0.1:3260`; absent where no login was tried. */
  readonly portal?: string;
  /** Address of this machine. */
  readonly from?: string;
}

/** Verifies the credentials of an SVM one after another, so that it never has more than one connection of ours. */
export async function verifySvm(svm: SvmToVerify, options: LoginOptions): Promise<readonly Verified[]> {
  const known = svm.credentials.map((credential) => ({ credential, secrets: knownSecrets(credential, options) }));
  const view = known.some(({ secrets }) => typeof secrets !== "string") ? await viewOf(svm) : "";
  const portals = typeof view === "string" ? undefined : await Portals.of(view.portals, options.from);
  const verified: Verified[] = [];
  for (const { credential, secrets } of known) {
    verified.push(
      typeof secrets === "string" || typeof view === "string" || portals === undefined
        ? unknown(credential, typeof secrets === "string" ? secrets : String(view))
        : await new Verification(svm, view, portals, options, credential, secrets).run(),
    );
  }
  return verified;
}

/** The recorded passwords, or why no login is tried with them. */
function knownSecrets(credential: RecordedCredential, { asInitiator }: LoginOptions): RecordedSecrets | string {
  return isDefault(credential) && asInitiator === undefined
    ? "the default row has no initiator of its own; name one that has no row with --as-initiator"
    : credential.secrets;
}

async function viewOf({ ontap, uuid, target, portals }: SvmToVerify): Promise<ArrayView | string> {
  try {
    return await readArray(ontap, uuid, { target, portals });
  } catch (error) {
    if (error instanceof OntapError && error.code !== "configuration") {
      return causeOfList(error).message.replace(/\.$/, "");
    }
    throw error;
  }
}

function unknown(credential: RecordedCredential, reason: string): Verified {
  return { credential, ...unknownVerdict({ outbound: credential.isMutual || undefined }, reason) };
}

/** The logins of one credential. */
class Verification {
  readonly #attempts: Attempt[] = [];
  readonly #initiator: string;

  constructor(
    readonly svm: SvmToVerify,
    readonly view: ArrayView,
    readonly portals: Portals,
    readonly options: LoginOptions,
    readonly credential: RecordedCredential,
    readonly secrets: RecordedSecrets,
  ) {
    this.#initiator = isDefault(credential) ? (options.asInitiator ?? "") : credential.initiator;
  }

  async run(): Promise<Verified> {
    const { credential, secrets, view } = this;
    const row = decidingRow(view.rows, this.#initiator);
    const obstacle = beforeLogin(secrets, row, credential.initiator);
    if (row === undefined || obstacle !== undefined) {
      return unknown(credential, obstacle ?? "");
    }
    // Where REST shows no outbound user, a demand for the array's own proof would only be refused.
    return this.#logIn(row, secrets.outbound !== undefined && row.outboundUser !== undefined);
  }

  async #logIn(row: Row, isMutual: boolean): Promise<Verified> {
    const { credential, secrets, portals } = this;
    const reached = portals.next(row);
    if (typeof reached === "string") {
      return unknown(credential, reached);
    }
    const { portal, from } = reached;
    const seen = await this.#attempt(reached, isMutual);
    portals.note(portal, seen);
    if (seen.kind === "unreachable") {
      // Nothing was sent, so that this was no login: the next portal takes its place.
      return this.#logIn(row, isMutual);
    }
    const after = isPasswordRefused(seen) ? { after: await this.#rowAgain(row) } : {};
    this.#attempts.push({ isMutual, seen, ...after });
    const verdict = verdictOf({ recorded: secrets, before: row, from, attempts: this.#attempts });
    return verdict === ONCE_MORE_ONE_WAY
      ? this.#logIn(row, false)
      : { credential, ...verdict, portal: portalText(portal), from };
  }

  #attempt({ portal }: ReachedPortal, isMutual: boolean) {
    const { inbound, outbound } = this.secrets;
    const { randomBytes, from, timeoutMs } = this.options;
    const isid = freshIsid(randomBytes, this.view.liveIsids);
    const login = {
      initiator: this.#initiator,
      target: this.view.target,
      inbound,
      outbound: isMutual ? outbound : undefined,
    };
    return attemptLogin(portal, login, { isid, randomBytes, from, timeoutMs });
  }

  #rowAgain({ initiator }: Row): Promise<Row | string> {
    return readRow(this.svm.ontap, this.svm.uuid, initiator);
  }
}
