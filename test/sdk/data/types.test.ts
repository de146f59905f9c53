import * as pulumi from "@pulumi/pulumi";
import {
  findIscsiCredential,
  getIscsiCredentials,
  getIscsiService,
  getIscsiServiceMetricsOutput,
  getIscsiServices,
  getIscsiSessions,
  getIscsiSessionsOutput,
  query,
} from "../../../sdk";

/** Compiled, never called: what must not compile is marked, and tsc fails where such a mark is not needed. */
async function filtersAreTyped(): Promise<void> {
  await getIscsiSessions({
    svm: { name: "svm1" },
    initiator: { name: query.like("iqn.1998*") },
    connections: { initiatorAddress: { address: "10.0.0.5" }, interface: { ip: { port: 3260 } } },
    tsih: query.gt(10),
    orderBy: ["svm.name desc", "tsih"],
    maxRecords: 100,
    cluster: "east",
  });
  // @ts-expect-error no such field
  await getIscsiSessions({ initiater: { name: "iqn.1998-01.com.corp:a" } });
  // @ts-expect-error a whole number is needed
  await getIscsiSessions({ tsih: "10" });
  // @ts-expect-error ONTAP documents chap and none
  await getIscsiSessions({ connections: { authenticationType: "deny" } });
  // @ts-expect-error passwords cannot be filtered by
  await getIscsiCredentials({ chap: { inbound: { password: "secret" } } });
  // @ts-expect-error an object cannot be ordered by
  await getIscsiSessions({ orderBy: "svm" });
  // @ts-expect-error no such direction
  await getIscsiSessions({ orderBy: "tsih down" });
  // @ts-expect-error no such field
  await getIscsiSessions({ fields: ["initiator.nickname"] });
}

async function resultsHoldWhatWasAskedFor(): Promise<void> {
  const [session] = await getIscsiSessions();
  const whole: { name: string; uuid: string } | undefined = session?.svm;
  const port: number | undefined = session?.connections?.[0]?.initiatorAddress?.port;

  const [cut] = await getIscsiSessions({ fields: ["initiator.name", "connections.cid"] });
  const name: string | undefined = cut?.initiator?.name;
  const key: number | undefined = cut?.tsih;
  const cid: number | undefined = cut?.connections?.[0]?.cid;
  // @ts-expect-error not asked for
  cut?.isid;
  // @ts-expect-error not asked for
  cut?.initiator?.alias;
  // @ts-expect-error not asked for
  cut?.connections?.[0]?.interface;

  const service = await getIscsiService({ svm: { name: "svm1" } });
  // @ts-expect-error expensive fields are answered only where asked for by name
  service.metric;
  const live = await getIscsiService({ svm: { name: "svm1" }, fields: ["*", "metric", "statistics.iopsRaw.read"] });
  const latency: number | undefined = live.metric?.latency?.total;
  const reads: number | undefined = live.statistics?.iopsRaw?.read;
  const alias: string | undefined = live.target?.alias;
  // @ts-expect-error not asked for
  live.statistics?.latencyRaw;
  // @ts-expect-error identifiers are always there, other fields may not be
  const enabled: boolean = live.enabled;

  const credential = await findIscsiCredential({ initiator: "default" });
  // @ts-expect-error there may be none
  credential.initiator;
  // @ts-expect-error passwords are never answered
  credential?.chap?.inbound?.password;
  const [anonymous] = await getIscsiServices({ fields: ["enabled"] });
  const uuid: string | undefined = anonymous?.svm.uuid;
  void [whole, port, name, key, cid, latency, reads, alias, enabled, uuid];
}

function outputsTakeInputs(
  svm: pulumi.Output<{ name?: string; uuid?: string }>,
  tsih: pulumi.Output<number>,
  address: pulumi.Output<string>,
): void {
  const sessions: pulumi.Output<Array<{ readonly tsih: number; readonly isid?: string }>> = getIscsiSessionsOutput({
    svm,
    tsih,
    connections: { initiatorAddress: { address } },
    fields: ["isid"],
    orderBy: pulumi.output("tsih desc" as const),
  });
  sessions.apply(([first]) => {
    // @ts-expect-error not asked for
    first?.initiator;
  });
  getIscsiSessionsOutput({
    initiator: { name: query.not("iqn.1998-01.com.corp:a") },
    cluster: Promise.resolve("east"),
  });
  getIscsiServiceMetricsOutput({ svm, interval: "1d", latency: { total: query.gt(1000) } });
  // @ts-expect-error a text is no number
  getIscsiSessionsOutput({ tsih: address });
  // @ts-expect-error no such interval
  getIscsiServiceMetricsOutput({ svm, interval: "2h" });
}

it("compiles what is right and refuses what is wrong", () => {
  expect([filtersAreTyped, resultsHoldWhatWasAskedFor, outputsTakeInputs]).toHaveLength(3);
});
