import type { SimulatorOptions } from "../../simulator";

export const TARGET = "iqn.1992-08.com.netapp:sn.proof:vs.1";
export const DISABLED_TARGET = "iqn.1992-08.com.netapp:sn.proof:vs.2";
/** What the name of every initiator begins with. */
export const INITIATOR = "iqn.2000-01.com.example:";

const inbound = { user: "host-user", password: "host-password-1" };
const outbound = { user: "array-user", password: "array-password-1" };

const row = (initiator: string, type: string, rest = {}) => ({
  svm: { name: "svm1" },
  initiator: initiator === "default" ? initiator : INITIATOR + initiator,
  authentication_type: type,
  ...rest,
});
const service = (name: string, target: string, enabled: boolean) => ({
  svm: { name },
  enabled,
  target: { name: target },
});
const lif = (name: string) => ({ svm: { name }, name: "lif1", ip: { address: "127.0.0.1" } });
const addresses = (start: string, end: string) => ({ initiator_address: { ranges: [{ start, end }] } });

/** The array: a row for each kind of login, and a second SVM whose service is disabled. */
export const fixture: NonNullable<SimulatorOptions["fixture"]> = {
  svms: [{ name: "svm1" }, { name: "svm2" }],
  services: [service("svm1", TARGET, true), service("svm2", DISABLED_TARGET, false)],
  interfaces: [lif("svm1"), lif("svm2")],
  credentials: [
    row("default", "chap", { chap: { inbound: { user: "any-user", password: "any-password-12" } } }),
    row("open", "none"),
    row("denied", "deny"),
    row("one-way", "chap", { chap: { inbound } }),
    row("mutual", "chap", { chap: { inbound, outbound } }),
    row("hexadecimal", "chap", { chap: { inbound: { user: "host-user", password: `0x${hex("host-password-2")}` } } }),
    row("here", "chap", { chap: { inbound }, ...addresses("127.0.0.1", "127.0.0.1") }),
    row("elsewhere", "chap", { chap: { inbound }, ...addresses("10.0.0.1", "10.0.0.9") }),
  ],
};

/** One login of `iscsi-inq`, and what it prints. */
export interface LoginCase {
  readonly title: string;
  /** Behind `INITIATOR`. */
  readonly initiator: string;
  /** Default `TARGET`. */
  readonly target?: string;
  readonly user?: string;
  readonly password?: string;
  /** What the array has to prove. */
  readonly outbound?: { readonly user: string; readonly password: string };
  /** In what is printed; `accepted` for the answer to INQUIRY. */
  readonly expected: "accepted" | RegExp;
}

const FAILED = /Authentication failure\(513\)/;
const BARRED = /Authorization failure\(514\)/;
const NOT_FOUND = /Target not found\(515\)/;

/** Every kind of login. */
export const loginCases: readonly LoginCase[] = [
  { title: "one-way CHAP", initiator: "one-way", ...inbound, expected: "accepted" },
  { title: "a wrong password", initiator: "one-way", ...inbound, password: "host-password-9", expected: FAILED },
  { title: "a wrong user", initiator: "one-way", ...inbound, user: "other-user", expected: FAILED },
  { title: "no CHAP where it is demanded", initiator: "one-way", expected: FAILED },
  { title: "type none", initiator: "open", expected: "accepted" },
  { title: "a row that denies", initiator: "denied", expected: BARRED },
  { title: "a row that denies, with a password", initiator: "denied", ...inbound, expected: BARRED },
  { title: "mutual CHAP", initiator: "mutual", ...inbound, outbound, expected: "accepted" },
  { title: "mutual CHAP without demanding a proof", initiator: "mutual", ...inbound, expected: "accepted" },
  {
    title: "mutual CHAP with a wrong inbound password",
    initiator: "mutual",
    ...inbound,
    password: "host-password-9",
    outbound,
    expected: FAILED,
  },
  {
    title: "a wrong outbound password",
    initiator: "mutual",
    ...inbound,
    outbound: { ...outbound, password: "array-password-9" },
    expected: /Invalid CHAP_R response from the target/,
  },
  { title: "a proof that the array does not have", initiator: "one-way", ...inbound, outbound, expected: FAILED },
  {
    title: "a password that is stored in hexadecimal",
    initiator: "hexadecimal",
    user: "host-user",
    password: "host-password-2",
    expected: "accepted",
  },
  {
    title: "the password of the default row",
    initiator: "stranger",
    user: "any-user",
    password: "any-password-12",
    expected: "accepted",
  },
  { title: "a host's password at the default row", initiator: "stranger", ...inbound, expected: FAILED },
  { title: "an address in the list", initiator: "here", ...inbound, expected: "accepted" },
  { title: "an address that is not in the list", initiator: "elsewhere", ...inbound, expected: BARRED },
  { title: "an unknown target", initiator: "open", target: `${TARGET}0`, expected: NOT_FOUND },
  { title: "a service that is disabled", initiator: "open", target: DISABLED_TARGET, expected: NOT_FOUND },
];

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}
