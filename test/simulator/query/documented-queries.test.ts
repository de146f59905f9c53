import { answerInstance, type CollectionSpec, type WireRecord } from "../../../simulator/query";
import { SVM1, SVM2 } from "../../names";
import {
  ask,
  credentialSpec,
  credentials,
  recordsOf,
  serviceSpec,
  services,
  sessionSpec,
  sessions,
} from "./collections";

const version = [9, 16, 1] as const;

function instance(spec: CollectionSpec, record: WireRecord | undefined, rawQuery = ""): string {
  if (record === undefined) {
    throw new Error("no such record");
  }
  return JSON.stringify(answerInstance({ spec, path: "/api/things/1", rawQuery, hal: true, version }, record));
}

const svmBlock = (uuid: string, name: string) => ({ uuid, name, _links: { self: { href: `/api/svm/svms/${uuid}` } } });
const a = "a009a9e7-4081-b576-7575-ada21efcaf16";
const b = "b009a9e7-4081-b576-7575-ada21efcaf16";
const one = SVM1;
const two = SVM2;

describe("the queries of NetApp's documents", () => {
  test("sessions without parameters come with their identifiers and links, in the order printed there", () => {
    const { body } = ask(sessionSpec, sessions, "", { path: "/api/protocols/san/iscsi/sessions" });
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        records: [
          {
            svm: svmBlock(a, "svm1"),
            target_portal_group: "iscsi_lif1",
            tsih: 10,
            _links: { self: { href: `/api/protocols/san/iscsi/sessions/${a}/iscsi_lif1/10` } },
          },
          {
            svm: svmBlock(b, "svm2"),
            target_portal_group: "iscsi_lif2",
            tsih: 11,
            _links: { self: { href: `/api/protocols/san/iscsi/sessions/${b}/iscsi_lif2/11` } },
          },
        ],
        num_records: 2,
        _links: { self: { href: "/api/protocols/san/iscsi/sessions" } },
      }),
    );
  });

  test.each(["tpgroup=iscsi_lif1", "target_portal_group=iscsi_lif1"])("sessions?%s finds the one session", (query) => {
    const answer = ask(sessionSpec, sessions, query, { path: "/api/protocols/san/iscsi/sessions" });
    expect(recordsOf(answer).map((record) => record.tsih)).toEqual([10]);
    expect(answer.body._links).toEqual({ self: { href: `/api/protocols/san/iscsi/sessions?${query}` } });
  });

  test("one session shows everything, with links on its interface and its igroups", () => {
    expect(instance(sessionSpec, sessions[0])).toBe(
      JSON.stringify({
        svm: svmBlock(a, "svm1"),
        target_portal_group: "iscsi_lif1",
        tsih: 10,
        initiator: { name: "iqn.1994-05.com.example:string", comment: "Example information about this initiator" },
        isid: "61:62:63:64:65:00",
        target_portal_group_tag: 1027,
        connections: [
          {
            cid: 1,
            authentication_type: "chap",
            initiator_address: { address: "10.224.123.85", port: 43827 },
            interface: {
              name: "iscsi_lif1",
              uuid: "c15439b4-dbb4-11e8-90ac-005056bba882",
              ip: { address: "192.168.0.1", port: 3260 },
              _links: { self: { href: "/api/network/ip/interfaces/c15439b4-dbb4-11e8-90ac-005056bba882" } },
            },
          },
        ],
        igroups: [
          {
            uuid: "af7838cd-f993-4faf-90b7-5524787ae1e8",
            name: "igroup1",
            _links: { self: { href: "/api/protocols/san/igroups/af7838cd-f993-4faf-90b7-5524787ae1e8" } },
          },
          {
            uuid: "bf7838cd-f993-4faf-90b7-5524787ae1e8",
            name: "igroup2",
            _links: { self: { href: "/api/protocols/san/igroups/bf7838cd-f993-4faf-90b7-5524787ae1e8" } },
          },
        ],
        _links: { self: { href: `/api/protocols/san/iscsi/sessions/${a}/iscsi_lif1/10` } },
      }),
    );
  });

  test("credentials?fields=* lists them by SVM, default first, with users and without passwords", () => {
    const path = "/api/protocols/san/iscsi/credentials";
    const answer = ask(credentialSpec, [...credentials].reverse(), "fields=*", { path });
    const found = recordsOf(answer);
    expect(found.map((record) => record.initiator)).toEqual(credentials.map((record) => record.initiator));
    expect(JSON.stringify(found[2])).toBe(
      JSON.stringify({
        svm: svmBlock(one, "svm1"),
        initiator: "iqn.1992-08.com.netapp:initiator2",
        authentication_type: "chap",
        chap: { inbound: { user: "user1" } },
        _links: { self: { href: `${path}/${one}/iqn.1992-08.com.netapp:initiator2` } },
      }),
    );
    expect(answer.body.num_records).toBe(6);
    expect(answer.body._links).toEqual({ self: { href: `${path}?fields=*` } });
  });

  test("one service shows no expensive field by default, and with fields=enabled its identifiers and that", () => {
    const self = { self: { href: `/api/protocols/san/iscsi/services/${one}` } };
    expect(JSON.parse(instance(serviceSpec, services[0]))).toEqual({
      svm: svmBlock(one, "svm1"),
      enabled: true,
      target: { name: "iqn.1992-08.com.netapp:sn.19d04b8e94d711e88370005056b48fd2:vs.4", alias: "svm1" },
      _links: self,
    });
    const disabled = { ...services[0], enabled: false };
    expect(instance(serviceSpec, disabled, "fields=enabled")).toBe(
      JSON.stringify({ svm: svmBlock(one, "svm1"), enabled: false, _links: self }),
    );
  });

  const everyFilter: [CollectionSpec, readonly WireRecord[], string, number][] = [
    [sessionSpec, sessions, "tsih=10", 1],
    [sessionSpec, sessions, "initiator.alias=host2", 1],
    [sessionSpec, sessions, "initiator.name=iqn.1994-05.com.example:string", 1],
    [sessionSpec, sessions, "initiator.comment=Example+information+about+this+initiator", 1],
    [sessionSpec, sessions, "isid=61:62:63:64:65:00", 1],
    [sessionSpec, sessions, "igroups.uuid=bf7838cd-f993-4faf-90b7-5524787ae1e8", 1],
    [sessionSpec, sessions, "igroups.name=igroup1", 1],
    [sessionSpec, sessions, `svm.uuid=${b}`, 1],
    [sessionSpec, sessions, "svm.name=svm2", 1],
    [sessionSpec, sessions, "target_portal_group_tag=1028", 1],
    [sessionSpec, sessions, "connections.authentication_type=chap", 1],
    [sessionSpec, sessions, "connections.initiator_address.port=43827", 1],
    [sessionSpec, sessions, "connections.initiator_address.address=10.224.123.85", 1],
    [sessionSpec, sessions, "connections.cid=1", 1],
    [sessionSpec, sessions, "connections.interface.name=iscsi_lif1", 1],
    [sessionSpec, sessions, "connections.interface.uuid=c15439b4-dbb4-11e8-90ac-005056bba882", 1],
    [sessionSpec, sessions, "connections.interface.ip.address=192.168.0.1", 1],
    [sessionSpec, sessions, "connections.interface.ip.port=3260", 1],
    [credentialSpec, credentials, "authentication_type=deny", 1],
    [credentialSpec, credentials, "chap.inbound.user=user1", 1],
    [credentialSpec, credentials, "chap.outbound.user=user1", 0],
    [credentialSpec, credentials, `svm.uuid=${two}`, 3],
    [credentialSpec, credentials, "svm.name=svm1&initiator=default", 1],
    [credentialSpec, credentials, "initiator_address.ranges.start=10.0.1.1", 1],
    [credentialSpec, credentials, "initiator_address.ranges.end=10.0.1.9", 1],
    [credentialSpec, credentials, "initiator_address.masks.address=10.0.0.0", 0],
    [serviceSpec, services, "enabled=true", 1],
    [serviceSpec, services, "target.alias=svm1", 1],
    [serviceSpec, services, "target.name=*vs.5", 1],
    [serviceSpec, services, "metric.iops.total=>10", 1],
    [serviceSpec, services, "metric.status=ok", 1],
    [serviceSpec, services, "statistics.iops_raw.total=1000..1500", 1],
    [serviceSpec, services, "statistics.timestamp=2024-07-29T16:17:17Z", 2],
  ];
  test.each(everyFilter)("filter %#: %3$s", (spec, records, query, count) => {
    expect(recordsOf(ask(spec, records, query))).toHaveLength(count);
  });
});
