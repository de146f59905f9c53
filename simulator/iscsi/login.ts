import type { Session } from "../collections/sessions/table";
import { isidText, newSession } from "../rules/new-session";
import type { SimulatedCluster } from "../state/simulated-cluster";
import type { Endpoints } from "./endpoints";
import { checkAddress, type Identity, identify, rowOf } from "./identity";
import type { LiveLogins } from "./live-logins";
import { LoginRefusal } from "./login-refusal";
import { type LoginRequest, readLoginRequest, stage } from "./login-request";
import { loginResponse } from "./login-response";
import { answerKeys } from "./operational-keys";
import type { Pdu } from "./pdu";
import { MAX_DATA_BYTES } from "./pdu-reader";
import { ProtocolError } from "./protocol-error";
import { endSameSession, refuseSecondConnection } from "./same-session";
import { Security } from "./security";
import type { Sequence } from "./sequence";
import { type Pairs, readKeys } from "./text-keys";

/** Most text of one request that is continued over several PDUs, in bytes. */
const MAX_TEXT_BYTES = 2 * MAX_DATA_BYTES;

/** What a login is assessed by. */
export interface LoginContext {
  readonly cluster: SimulatedCluster;
  readonly live: LiveLogins;
  readonly endpoints: Endpoints;
  readonly sequence: Sequence;
}

/** An initiator in the full feature phase. */
export interface Admitted {
  readonly initiator: string;
  /** Listed in the store; undefined for discovery, which ONTAP's documents do not list. */
  readonly session: Session | undefined;
  /** Most data that the initiator takes in one PDU. */
  readonly maxDataBytes: number;
}

/** What a request leads to: the response, and either the end of the login, well or not, or more requests. */
export interface LoginStep {
  readonly response: Buffer | undefined;
  readonly admitted?: Admitted;
  /** Status and reason. */
  readonly refused?: string;
}

/** One login, from its first request to the full feature phase. Source: RFC 7143, 6.3. */
export class LoginPhase {
  #first: LoginRequest | undefined;
  #text: Buffer = Buffer.alloc(0);
  #identity: Identity | undefined;
  #stage: 0 | 1 | 3 = stage.security;
  #maxDataBytes = MAX_DATA_BYTES;
  readonly #security = new Security(
    () => this.#row(),
    () => this.context.cluster.settings.ambiguities,
  );

  constructor(private readonly context: LoginContext) {}

  /** The initiator's name, once it is known. */
  get initiator(): string | undefined {
    return this.#identity?.initiator;
  }

  /**
   * Takes the next request.
   *
   * @throws ProtocolError for what cannot be answered by a Login Response.
   */
  receive(pdu: Pdu): LoginStep {
    const request = readLoginRequest(pdu);
    const { sequence } = this.context;
    try {
      return this.#step(request);
    } catch (error) {
      if (error instanceof LoginRefusal || error instanceof ProtocolError) {
        const { status, pairs } = error instanceof LoginRefusal ? error : new LoginRefusal("0200", error.message);
        const response =
          status === "close" ? undefined : loginResponse(request, sequence, { status, pairs, transit: false });
        return { response, refused: `${status}, ${error.message}` };
      }
      throw error;
    }
  }

  #step(request: LoginRequest): LoginStep {
    const { sequence } = this.context;
    this.#checkOrder(request);
    this.#text = Buffer.concat([this.#text, request.text]);
    if (this.#text.length > MAX_TEXT_BYTES) {
      throw new ProtocolError(`a request has more than ${MAX_TEXT_BYTES} bytes of text`);
    }
    if (request.continued) {
      return { response: loginResponse(request, sequence, { status: "0000", pairs: [], transit: false }) };
    }
    const keys = readKeys(this.#text);
    this.#text = Buffer.alloc(0);
    const pairs = [...this.#introduce(keys, request), ...this.#negotiate(keys, request)];
    const transit = request.transit && this.#security.isDone();
    if (!transit || request.next === undefined) {
      return { response: loginResponse(request, sequence, { status: "0000", pairs, transit: false }) };
    }
    checkAddress(this.#row(), this.context.cluster, this.context.endpoints);
    this.#stage = request.next;
    const admitted = request.next === stage.fullFeature ? this.#admit(request) : undefined;
    const tsih = admitted && { tsih: admitted.session?.tsih ?? 1 };
    return {
      response: loginResponse(request, sequence, { status: "0000", pairs, transit, ...tsih }),
      ...(admitted && { admitted }),
    };
  }

  /** Throws ProtocolError for a request that does not belong to this login, or comes in another stage. */
  #checkOrder(request: LoginRequest): void {
    const first = this.#first;
    if (first === undefined) {
      this.#first = { ...request, isid: Buffer.from(request.isid) };
      this.context.sequence.begin(request.commandNumber);
      if (request.minVersion > 0) {
        throw new LoginRefusal("0205", "no version but 0 is known");
      }
      return;
    }
    const isSame =
      request.isid.equals(first.isid) &&
      request.tsih === first.tsih &&
      request.cid === first.cid &&
      request.taskTag === first.taskTag;
    if (!isSame) {
      throw new ProtocolError("a request belongs to another login than the first one");
    }
    if (this.#identity !== undefined && request.current !== this.#stage) {
      throw new ProtocolError(`a request is of stage ${request.current} in stage ${this.#stage}`);
    }
  }

  /** Of the first request: who logs in, where to, and whether that may be at all. */
  #introduce(keys: ReadonlyMap<string, string>, request: LoginRequest): Pairs {
    if (this.#identity !== undefined) {
      return [];
    }
    const { cluster, endpoints, live } = this.context;
    const identity = identify(keys, cluster, endpoints);
    this.#identity = identity;
    refuseSecondConnection(identity, request, cluster.store);
    if (cluster.settings.ambiguities.loginReinstates === "firstPdu") {
      endSameSession(identity, request, cluster.store);
      live.cutEnded(cluster.store);
    }
    const row = this.#row();
    if (cluster.settings.ambiguities.loginAddressChecked === "firstPdu") {
      checkAddress(row, cluster, endpoints);
    }
    if (request.current === stage.operational) {
      // An initiator may leave out the security stage, but not what is demanded there.
      this.#security.isDone();
      this.#stage = stage.operational;
    }
    const { target } = identity;
    return target === undefined
      ? []
      : [
          ...(target.service.alias === "" ? [] : [["TargetAlias", target.service.alias] as const]),
          ["TargetPortalGroupTag", String(target.portal.targetPortalGroupTag)],
        ];
  }

  #negotiate(keys: ReadonlyMap<string, string>, { current }: LoginRequest): Pairs {
    const declared = Number(keys.get("MaxRecvDataSegmentLength"));
    if (declared >= 512 && declared < 2 ** 24) {
      this.#maxDataBytes = declared;
    }
    return [...(current === stage.security ? this.#security.negotiate(keys) : []), ...answerKeys(keys)];
  }

  #admit(request: LoginRequest): Admitted {
    const { cluster, endpoints, live } = this.context;
    const identity = this.#known();
    const { initiator, alias, target } = identity;
    const admitted = { initiator, maxDataBytes: this.#maxDataBytes };
    if (target === undefined) {
      return { ...admitted, session: undefined };
    }
    endSameSession(identity, request, cluster.store);
    live.cutEnded(cluster.store);
    const session = newSession(cluster.store, target.portal, {
      initiator,
      ...(alias !== undefined && { alias }),
      address: endpoints.remote.address,
      authenticationType: this.#row()?.authenticationType === "chap" ? "chap" : "none",
      wire: {
        isid: isidText(request.isid),
        cid: request.cid,
        initiatorPort: endpoints.remote.port,
        targetPort: endpoints.local.port,
      },
    });
    cluster.store.sessions.set(session);
    return { ...admitted, session };
  }

  #row() {
    return rowOf(this.#known(), this.context.cluster, this.context.endpoints);
  }

  #known(): Identity {
    if (this.#identity === undefined) {
      throw new ProtocolError("the first request did not say who logs in");
    }
    return this.#identity;
  }
}
