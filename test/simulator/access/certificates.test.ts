import { once } from "node:events";
import { Agent, request } from "node:https";
import { json } from "node:stream/consumers";
import { makeCertificate } from "../../../simulator/certificate";
import { askControlPlane, controlPlane } from "../../control-plane";
import { type Cluster, services, startCluster } from "../client";
import { basic } from "./basic";

interface ClientCertificate {
  readonly clientCertificate: string;
  readonly clientKey: string;
}

describe("a client certificate", () => {
  let cluster: Cluster;
  let own: ClientCertificate;
  beforeAll(async () => {
    const users = [
      { name: "pulumi", certificate: true, role: "readonly" },
      { name: "viewer", password: "v", role: "readonly" },
    ];
    cluster = await startCluster({ tls: true, fixture: { users } });
    own = await issue("pulumi");
  });
  afterAll(() => cluster.simulator.close());

  const control = (method: string, path: string, body?: object) =>
    controlPlane<unknown>(cluster.simulator.controlUrl, method, path, body, cluster.simulator.caCertificate);

  async function issue(commonName: string): Promise<ClientCertificate> {
    const { controlUrl, caCertificate } = cluster.simulator;
    return controlPlane(controlUrl, "POST", "/client-certificates", { commonName }, caCertificate);
  }

  /** The status of a GET of the services; over a connection of its own unless an agent keeps one. */
  async function statusOf(
    certificate: { cert?: string; key?: string },
    headers: Record<string, string> = {},
    agent: Agent | false = false,
  ): Promise<number | undefined> {
    const { caCertificate } = cluster.simulator;
    const call = request(`${cluster.simulator.url}${services}`, {
      ...certificate,
      ...(caCertificate && { ca: caCertificate }),
      headers,
      agent,
    });
    call.end();
    const [answer] = await once(call, "response");
    await json(answer);
    return answer.statusCode;
  }

  const asTls = ({ clientCertificate, clientKey }: ClientCertificate) => ({ cert: clientCertificate, key: clientKey });

  test("logs in the user of its common name, on every connection", async () => {
    const agent = new Agent({ keepAlive: true });
    expect([await statusOf(asTls(own), {}, agent), await statusOf(asTls(own), {}, agent)]).toEqual([200, 200]);
    agent.destroy();
    expect(await statusOf(asTls(own))).toBe(200);
  });

  test("gives the rights of that user's role, and no more", async () => {
    const roles = [{ name: "nothing", privileges: [] }];
    await control("PUT", "/settings", { users: [{ name: "pulumi", certificate: true, role: "nothing" }], roles });
    expect(await statusOf(asTls(own))).toBe(403);
    await control("PUT", "/settings", { users: [{ name: "pulumi", certificate: true, role: "readonly" }], roles: [] });
  });

  test("is no login where it has no user, where the user has another way, or where none of ours has issued it", async () => {
    await control("PUT", "/settings", {
      users: [
        { name: "pulumi", certificate: true, role: "readonly" },
        { name: "viewer", password: "v", role: "readonly" },
      ],
    });
    const foreign = makeCertificate("127.0.0.1").issueClient("pulumi");
    expect(await statusOf({})).toBe(401);
    expect(await statusOf(asTls(await issue("stranger")))).toBe(401);
    expect(await statusOf(asTls(await issue("viewer")))).toBe(401);
    expect(await statusOf({ cert: foreign.certificate, key: foreign.key })).toBe(401);
    expect(await statusOf({ cert: foreign.certificate, key: foreign.key }, basic("viewer", "v"))).toBe(200);
  });

  test("counts for less than a header, or as much as one if the switch says so", async () => {
    expect(await statusOf(asTls(own), basic("viewer", "wrong"))).toBe(401);
    await control("PUT", "/settings", { unknowns: { loginWithBoth: "certificate" } });
    expect(await statusOf(asTls(own), basic("viewer", "wrong"))).toBe(200);
    await control("PUT", "/settings", { unknowns: { loginWithBoth: "header" } });
  });

  test("is issued by a simulator with TLS alone", async () => {
    const plain = await startCluster();
    const { controlUrl } = plain.simulator;
    const answer = await askControlPlane(controlUrl, "POST", "/client-certificates", { commonName: "pulumi" });
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining("need a simulator with TLS")]);
    await plain.simulator.close();
  });
});
