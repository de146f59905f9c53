import { SVM1, SVM2 } from "../../test/names";

/** UUID of `svm3`. */
export const SVM3 = "3a5c7e9f-94d7-11e8-8370-005056b48fd2";

/** State of an array as the simulator's control plane takes and gives it: records by collection. */
export interface ArrayState {
  readonly [collection: string]: unknown;
  readonly services?: readonly object[];
  readonly credentials?: readonly object[];
  readonly sessions?: readonly object[];
}

/** A host of somebody else's. */
const THEIRS = "iqn.1998-01.com.example:theirs";

const onSvm = (name: string) => ({ svm: { name } });

/** An array with three SVMs. What is on the second is somebody else's, with a session. */
export function sharedArray(more: ArrayState = {}): ArrayState {
  return {
    svms: [
      { name: "svm1", uuid: SVM1 },
      { name: "svm2", uuid: SVM2 },
      { name: "svm3", uuid: SVM3 },
    ],
    interfaces: ["svm1", "svm2", "svm3"].map((name) => ({
      ...onSvm(name),
      name: "iscsi_lif1",
      ip: { address: "192.168.0.1" },
    })),
    services: [{ ...onSvm("svm2"), enabled: true, target: { alias: "theirs" } }, ...(more.services ?? [])],
    credentials: [
      {
        ...onSvm("svm2"),
        initiator: THEIRS,
        authentication_type: "chap",
        chap: { inbound: { user: "theirs", password: "their-password-1" } },
      },
      ...(more.credentials ?? []),
    ],
    sessions: [session("svm2", THEIRS, { type: "chap", tsih: 40 }), ...(more.sessions ?? [])],
  };
}

/** The same with a service on the first SVM, on which there is a row of somebody else's. */
export function arrayWithService(more: ArrayState = {}): ArrayState {
  return sharedArray({
    ...more,
    services: [{ ...onSvm("svm1"), enabled: true, target: { alias: "svm1" } }, ...(more.services ?? [])],
    credentials: [{ ...onSvm("svm1"), initiator: THEIRS, authentication_type: "deny" }, ...(more.credentials ?? [])],
  });
}

/** A live session of an initiator. */
export function session(svm: string, initiator: string, { type = "none", tsih = 41 } = {}): object {
  return {
    ...onSvm(svm),
    target_portal_group: "iscsi_lif1",
    tsih,
    initiator: { name: initiator },
    isid: "61:62:63:64:65:00",
    connections: [
      {
        cid: 1,
        authentication_type: type,
        initiator_address: { address: "10.0.0.5", port: 40_000 },
        interface: { name: "iscsi_lif1", ip: { address: "192.168.0.1", port: 3260 } },
      },
    ],
  };
}
