import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import schema from "../../../plugin/schema.json";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { fromStruct } from "../../engine/bag";
import { EngineService } from "../../engine/engine-service";
import { HostError } from "../../engine/host-error";
import { HOST, ON_SVM1, SVM1 } from "../../names";
import { type Connection, CREDENTIALS, SERVICE, Served } from "./served";
import { secret, struct } from "./wire";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("The provider plugin", () => {
  let engine: EngineService;
  let array: TestArray;
  let served: Served;
  let provider: Connection;
  beforeEach(async () => {
    array = new TestArray(await startSimulator());
    engine = await EngineService.start();
    served = await Served.start(engine.address);
    provider = await served.provider(array, "east", engine.address);
  });
  afterEach(async () => {
    await served.stop();
    engine.stop();
    await array.close();
  });

  const service = ON_SVM1;
  const chap = { inbound: { user: "host1", password: "hunter2-hunter2" } };
  const host = { ...ON_SVM1, initiator: HOST, authenticationType: "chap", chap };

  test("has one schema, and says its version", async () => {
    const { client } = provider;
    const given = await provider.unary<messages.GetSchemaResponse>((done) =>
      client.getSchema(new messages.GetSchemaRequest(), done),
    );
    expect(JSON.parse(given.getSchema())).toEqual(schema);
    const another = new messages.GetSchemaRequest().setVersion(1);
    await expect(provider.unary((done) => client.getSchema(another, done))).rejects.toMatchObject({
      code: status.UNIMPLEMENTED,
    });
    const info = await provider.unary((done) => client.getPluginInfo(new Empty(), done));
    expect(info).toMatchObject({ getVersion: expect.any(Function) });
  });

  test("says of what it does not offer that it does not", async () => {
    const construct = provider.unary((done) => provider.client.construct(new messages.ConstructRequest(), done));
    await expect(construct).rejects.toMatchObject({ code: status.UNIMPLEMENTED, details: expect.stringMatching(/./) });
  });

  test("previews a create and an update without a request", async () => {
    const { id, properties } = await provider.create(SERVICE, service);
    await array.everyRequest();
    const planned = await provider.create(CREDENTIALS, host, true);
    expect(planned).toMatchObject({ id: "", properties: { initiator: HOST, svmUuid: UNKNOWN, svmName: UNKNOWN } });
    expect(await provider.update(SERVICE, id, properties, { ...service, enabled: false }, true)).toEqual({
      ...properties,
      enabled: false,
    });
    expect(await array.everyRequest()).toEqual([]);
  });

  test("previews the name of a renamed SVM as the update records it", async () => {
    const { id, properties } = await provider.create(SERVICE, service);
    const renamed = JSON.stringify(await array.control("GET", "/state")).replaceAll('"svm1"', '"svm1new"');
    await array.control("PUT", "/state", JSON.parse(renamed));
    const wanted = await provider.check(SERVICE, { svm: { name: "svm1new" }, enabled: false }, service);
    await provider.diff(SERVICE, id, properties, wanted);
    const planned = await provider.update(SERVICE, id, properties, wanted, true);
    expect(planned).toEqual(await provider.update(SERVICE, id, properties, wanted));
    expect(planned).toMatchObject({ svmName: "svm1new", enabled: false });
  });

  test("has passwords as secrets in every answer, and what the engine gave as such", async () => {
    await provider.create(SERVICE, service);
    const sealed = { inbound: { user: "host1", password: secret("hunter2-hunter2") } };
    const given = { ...host, initiator: secret(HOST) };
    const inputs = await provider.check(CREDENTIALS, given);
    expect(inputs).toMatchObject({ chap: sealed, initiator: secret(HOST) });
    expect((await provider.create(CREDENTIALS, inputs, true)).properties).toMatchObject({ chap: sealed });
    const { id, properties } = await provider.create(CREDENTIALS, inputs);
    expect(properties).toMatchObject({ chap: sealed, initiator: secret(HOST), svmUuid: SVM1 });
    expect(await provider.update(CREDENTIALS, id, properties, { ...inputs, forceDisconnect: true })).toMatchObject({
      chap: sealed,
    });
    await expect(provider.check(CREDENTIALS, { ...given, chap: { inbound: secret({ user: 1 }) } })).resolves.toEqual(
      {},
    );
  });

  test("keeps what was recorded of an object that may have been made", async () => {
    // Node's client takes 64 KiB behind an answer; the engine's takes far more.
    const ranges = Array.from({ length: 250 }, (_, at) => ({ start: `10.0.0.${at}`, end: `10.0.0.${at}` }));
    const path = "/api/protocols/san/iscsi/credentials";
    await provider.create(SERVICE, service);
    for (const fault of [
      // The first never arrives, the look shows nothing, the second one has no reply, and no further look shows it.
      { match: { method: "POST", path }, kind: "refuse", times: 1 },
      { match: { method: "POST", path, nth: 2 }, kind: "loseReply" },
      { match: { method: "GET", path, nth: 2 }, kind: "status", status: 403, code: "6", times: 10 },
    ]) {
      await array.control("POST", "/faults", fault);
    }
    const created = provider.create(CREDENTIALS, { ...host, svm: { uuid: SVM1 }, initiatorAddress: { ranges } });
    const { message, initFailure } = await created.then(
      () => {
        throw new Error("it was created");
      },
      (error) => new HostError(error, fromStruct),
    );
    expect(message).toContain("it is not known whether the change was made");
    expect(initFailure).toMatchObject({ id: `${SVM1}/${HOST}`, properties: { initiatorAddress: { ranges } } });
  });

  test("tells notes and warnings with the resource that they are about", async () => {
    await provider.create(SERVICE, service);
    const { id, properties } = await provider.create(CREDENTIALS, { ...host, initiator: "default" });
    const wanted = await provider.check(
      CREDENTIALS,
      { ...ON_SVM1, initiator: "default", authenticationType: "none" },
      properties,
    );
    await provider.diff(CREDENTIALS, id, properties, wanted);
    expect(engine.told).toContainEqual({
      severity: "warning",
      urn: CREDENTIALS,
      text: expect.stringContaining("without a password"),
    });
  });

  test("warns of a certificate that nobody checks, with the provider that it is about", async () => {
    const urn = "urn:pulumi:dev::test::pulumi:providers:ontap-iscsi::open";
    const request = new messages.CheckRequest().setUrn(urn).setName("open");
    const { url, username, password } = array;
    request.setNews(struct({ host: url, username, password, insecure: true }));
    await provider.unary((done) => provider.client.checkConfig(request, done));
    const text = expect.stringMatching(/^Provider "open": insecure is true, so any server certificate is accepted/);
    expect(engine.told).toEqual([{ severity: "warning", urn, text }]);
  });

  test("begins no change once it was cancelled, and goes on with what asks for none", async () => {
    const { id, properties } = await provider.create(SERVICE, service);
    await array.control("POST", "/faults", { match: { method: "POST", path: "/api/" }, kind: "latency", ms: 300 });
    const running = provider.create(CREDENTIALS, host);
    await array.everyRequest();
    await provider.unary((done) => provider.client.cancel(new Empty(), done));
    const refused = { code: status.CANCELLED, details: "The run was cancelled, so this change was not begun." };
    await expect(provider.create(SERVICE, { svm: { name: "svm2" } })).rejects.toMatchObject(refused);
    await expect(provider.update(SERVICE, id, properties, { ...service, enabled: false })).rejects.toMatchObject(
      refused,
    );
    await expect(provider.check(SERVICE, service, service)).resolves.toMatchObject(service);
    await expect(running).resolves.toMatchObject({ id: `${SVM1}/${HOST}` });
  });
});
