import { fromWire } from "../../../provider/reads/from-wire";
import { selectionOf } from "../../../provider/reads/selection";
import { isoTimestamp } from "../../../provider/reads/timestamps";
import { accepted } from "../../../provider/rest/collection";
import { iscsiService } from "../../../provider/rest/iscsi-services";
import { iscsiSession } from "../../../provider/rest/iscsi-sessions";

const svm = { uuid: "u", name: "svm1" };

describe("a record from the wire", () => {
  const all = selectionOf(iscsiSession).fields;

  it("leaves out links, nulls and what ONTAP may add some day", () => {
    const wire = {
      svm: { ...svm, _links: { self: { href: "/api/svm/svms/u" } } },
      target_portal_group: "lif",
      tsih: 1,
      isid: null,
      initiator: { name: "iqn.a", alias: null, secret_of_later: "x" },
      connections: [{ cid: 1, initiator_address: null, _links: {} }],
      _links: {},
      password: "x",
    };
    expect(fromWire({ noun: "iSCSI session", documentedValuesOnly: true }, all)(wire)).toEqual({
      svm,
      targetPortalGroup: "lif",
      tsih: 1,
      initiator: { name: "iqn.a" },
      connections: [{ cid: 1 }],
    });
  });

  it("holds what was asked for, even if ONTAP says more", () => {
    const { fields, wire } = selectionOf(iscsiService, ["target.alias", "metric.latency"]);
    expect(wire).toEqual(["target.alias", "metric.latency"]);
    const answered = {
      svm,
      enabled: true,
      target: { alias: "a", name: "iqn" },
      metric: { status: "ok", latency: { read: 5 }, iops: { read: 6 } },
    };
    expect(fromWire({ noun: "iSCSI service", documentedValuesOnly: true }, fields)(answered)).toEqual({
      svm,
      target: { alias: "a" },
      metric: { latency: { read: 5 } },
    });
  });

  it.each<[string, object]>([
    ["a text for a number", { tsih: "1" }],
    ["a text for an object", { initiator: "iqn.a" }],
    ["an object for a list", { connections: { cid: 1 } }],
    ["a list for an object", { initiator: [] }],
    ["a value outside an enumeration", { connections: [{ authentication_type: "kerberos" }] }],
  ])("is malformed with %s", (_title, wrong) => {
    const wire = { svm, target_portal_group: "lif", tsih: 1, ...wrong };
    expect(() =>
      fromWire({ noun: "iSCSI session", documentedValuesOnly: true }, all)(accepted(iscsiSession, wire)),
    ).toThrow(expect.objectContaining({ code: "malformed" }));
  });
});

it("a word that ONTAP does not document is kept where results promise no words", () => {
  const { fields } = selectionOf(iscsiSession, ["connections.authenticationType"]);
  const wire = { svm, target_portal_group: "lif", tsih: 1, connections: [{ authentication_type: "kerberos" }] };
  const reading = { noun: "iSCSI session", documentedValuesOnly: false };
  expect(fromWire(reading, fields)(accepted(iscsiSession, wire))).toMatchObject({
    connections: [{ authenticationType: "kerberos" }],
  });
});

describe("a timestamp", () => {
  it.each([
    ["2017-01-25 11:20:13 +0000", "2017-01-25T11:20:13Z"],
    ["2024-07-29T16:17:17Z", "2024-07-29T16:17:17Z"],
    ["2024-07-29T18:17:17+02:00", "2024-07-29T16:17:17Z"],
    ["2024-07-29T16:17:17.500Z", "2024-07-29T16:17:17.500Z"],
    ["2017-13-45 11:20:13 +0000", "2017-13-45 11:20:13 +0000"],
    ["yesterday", "yesterday"],
  ])("%s is answered as %s", (wire, iso) => {
    expect(isoTimestamp(wire)).toBe(iso);
  });
});
