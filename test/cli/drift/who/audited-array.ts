import { SVM1 } from "../../../names";
import { DriftArray, INITIATORS, resource } from "../array";

const MINUTE_MS = 60_000;

/** Names of the hosts whose credentials are recorded. */
export const [A = "", B = "", C = ""] = INITIATORS;
/** A host in no state. */
export const STRANGER = "iqn.1998-01.com.example:stranger";
/** Stands for every password: it must be in no output. */
export const CANARY = "canary-5e4Kq";

/** One row of a state of the simulator. */
type Row = Record<string, unknown> & { readonly initiator?: string };
interface State {
  services: Row[];
  credentials: Row[];
}

const common = { svm: { name: "svm1" }, svmName: "svm1", svmUuid: SVM1 };

/** An array with an audit log to fill, and a state that was written an hour ago: a service and three credentials of CHAP. */
export class AuditedArray {
  /** When the state was written. */
  readonly writtenAt = new Date(Math.floor(Date.now() / 1000) * 1000 - 60 * MINUTE_MS);

  private constructor(readonly array: DriftArray) {}

  static async start(): Promise<AuditedArray> {
    const audited = new AuditedArray(await DriftArray.start());
    audited.array.record(
      [
        resource("IscsiService", "service", SVM1, { ...common, enabled: true }),
        ...INITIATORS.map((initiator) =>
          resource("IscsiCredentials", initiator.slice(-1), `${SVM1}/${initiator}`, { ...common, initiator, ...chap }),
        ),
      ],
      audited.writtenAt,
    );
    await audited.change((state) => {
      state.credentials = state.credentials.map((row) =>
        INITIATORS.includes(row.initiator ?? "") ? { ...row, authentication_type: "chap", chap: chap.chap } : row,
      );
    });
    return audited;
  }

  /** Changes the array without an entry that names what was changed. */
  async change(how: (state: State) => void): Promise<void> {
    const state = await this.array.control<State>("GET", "/state");
    how(state);
    await this.array.control("PUT", "/state", state);
  }

  /** The user of one host is another than recorded. */
  changeUser(initiator: string): Promise<void> {
    return this.change(({ credentials }) => {
      Object.assign(credentials.find((row) => row.initiator === initiator) ?? {}, {
        chap: { inbound: { user: "other", password: CANARY } },
      });
    });
  }

  /** A time so many minutes after the state was written. */
  after(minutes: number): string {
    return new Date(this.writtenAt.getTime() + minutes * MINUTE_MS).toISOString();
  }

  /** Adds entries, each with its minute after the state was written; by `eve` in a shell unless it says otherwise. */
  async log(...entries: ReadonlyArray<readonly [minute: number, input: string, more?: object]>): Promise<void> {
    await this.array.control("POST", "/audit", {
      entries: entries.map(([minute, input, more = {}]) => ({
        timestamp: this.after(minute),
        user: "eve",
        application: "ssh",
        location: "10.0.0.9",
        input,
        ...more,
      })),
    });
  }

  /** What `drift --who` says, and how often it asked for the audit log. */
  async who(...args: readonly string[]) {
    const { requests, ...result } = await this.array.compare({}, "--who", ...args);
    return { ...result, asked: requests.filter((one) => one.endsWith("/api/security/audit/messages")).length };
  }
}

export const chap = { authenticationType: "chap", chap: { inbound: { user: "u", password: "recorded-secret" } } };

/** A PATCH or DELETE of the credential of a host. */
export function credentialCall(method: string, initiator: string, rest = ""): string {
  return `${method} /api/protocols/san/iscsi/credentials/${SVM1}/${encodeURIComponent(initiator)}${rest}`;
}

/** A body that sets the password of a pair, as System Manager and others send it. */
export const NEW_PASSWORD = `{"authentication_type":"chap","chap":{"inbound":{"user":"${CANARY}","password":"${CANARY}"}}}`;
