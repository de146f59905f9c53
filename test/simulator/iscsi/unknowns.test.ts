import type { WireRecord } from "../../../simulator/wire/json";
import { HOST, inbound, outbound, Portal, row, TARGET2 } from "./portal";

const elsewhere = { initiator_address: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] } };
const chap = row(HOST, "chap", { chap: { inbound } });
const wrong = { user: inbound.user, password: "wrong" };

describe("what the documents leave open about logins", () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await Portal.open();
  });
  afterEach(() => portal.close());

  const questions: [string, WireRecord, WireRecord[], () => Promise<unknown>, unknown][] = [
    [
      "a target that no SVM has ends the connection without a word",
      { loginUnknownTarget: "close" },
      [],
      async () => (await portal.logIn({ target: "iqn.1992-08.com.netapp:none" })).status,
      "closed",
    ],
    [
      "a service that is disabled is one that is not there for now",
      { loginServiceDown: "0301" },
      [],
      async () => {
        const state = Object(await portal.cluster.control("GET", "/state"));
        const [one, two] = state.services;
        await portal.cluster.control("PUT", "/state", { ...state, services: [one, { ...two, enabled: false }] });
        return (await portal.logIn({ target: TARGET2 })).status;
      },
      "0301",
    ],
    [
      "a row that denies is a failed authentication",
      { loginDenied: "0201" },
      [row(HOST, "deny")],
      async () => (await portal.logIn()).status,
      "0201",
    ],
    [
      "an address outside the list is a target that is not found",
      { loginAddressNotListed: "0203" },
      [row(HOST, "none", elsewhere)],
      async () => (await portal.logIn()).status,
      "0203",
    ],
    [
      "the address is looked at after the password",
      { loginAddressChecked: "afterChap" },
      [row(HOST, "chap", { chap: { inbound }, ...elsewhere })],
      async () => [(await portal.logIn(wrong)).status, (await portal.logIn(inbound)).status],
      ["0201", "0202"],
    ],
    [
      "a wrong password is a failed authorization",
      { loginChapRefused: "0202" },
      [chap],
      async () => (await portal.logIn(wrong)).status,
      "0202",
    ],
    [
      "an initiator that offers no CHAP is told so, and may offer it",
      { loginChapNotOffered: "reject" },
      [chap],
      async () => {
        const reply = await portal.logIn();
        const again = await reply.connection.request(0x00, { AuthMethod: "CHAP" });
        return [reply.status, reply.keys.AuthMethod, again.keys.AuthMethod];
      },
      ["0000", "Reject", "CHAP"],
    ],
    [
      "a row with an outbound pair demands mutual CHAP",
      { loginOneWayToMutual: "refuse" },
      [row(HOST, "chap", { chap: { inbound, outbound } })],
      async () => [(await portal.logIn(inbound)).status, (await portal.logIn({ ...inbound, outbound })).status],
      ["0201", "0000"],
    ],
    [
      "discovery is assessed by the row of the SVM that has the address",
      { loginDiscovery: "byRow" },
      [chap],
      async () => {
        const discovery = { initiator: HOST };
        const [open, right] = [await portal.connect(), await portal.connect()];
        return [(await open.logIn(discovery)).status, (await right.logIn({ ...discovery, ...inbound })).status];
      },
      ["0201", "0000"],
    ],
  ];
  test.each(questions)("a switch can have it that %s", async (_what, unknowns, rows, ask, expected) => {
    await portal.setRows(...rows);
    expect(await ask()).not.toEqual(expected);
    await portal.set(unknowns);
    await portal.setRows(...rows);
    expect(await ask()).toEqual(expected);
  });
});
