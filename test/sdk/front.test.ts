import * as pulumi from "@pulumi/pulumi";
import { IscsiCredentials, type IscsiCredentialsArgs, IscsiService, Provider } from "../../sdk";

const PLUGIN = "ontap-iscsi:index:IscsiService";
const DYNAMIC = "pulumi-nodejs:dynamic/ontap-iscsi:IscsiService";
const svm = { name: "svm1" };

/** A provider object as an SDK that Pulumi generated makes it, of our package or of another one. */
class GeneratedProvider extends pulumi.ProviderResource {
  constructor(name: string, pkg = "ontap-iscsi") {
    super(pkg, name, {});
  }
}

class Site extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions = {}) {
    super("example:index:Site", name, {}, opts);
  }
}

/** What was registered, by name. */
const registered = new Map<string, pulumi.runtime.MockResourceArgs>();

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    newResource: (args) => {
      registered.set(args.name, args);
      return { id: args.id || `${args.name}-id`, state: args.inputs };
    },
    call: () => ({}),
  });
});
beforeEach(() => registered.clear());

/** How the engine gets a service with these options. */
async function registration(opts: object): Promise<pulumi.runtime.MockResourceArgs> {
  const service = new IscsiService("service", { svm }, opts);
  expect(IscsiService.isInstance(service)).toBe(true);
  expect(IscsiCredentials.isInstance(service)).toBe(false);
  await settled(service.id);
  const args = registered.get("service");
  if (args === undefined) {
    throw new Error("nothing was registered");
  }
  return args;
}

function settled<T>(output: pulumi.Output<T>): Promise<unknown> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}

describe("A resource", () => {
  const east = () => new Provider("east", { host: "cluster-east.example.com" });

  it.each([
    ["its option provider", () => ({ provider: east() })],
    ["its option providers, a list", () => ({ providers: [new GeneratedProvider("aws", "aws"), east()] })],
    ["its option providers, a record", () => ({ providers: { "ontap-iscsi": east() } })],
    ["its parent", () => ({ parent: new Site("site", { providers: [east()] }) })],
    ["its parent, by the option provider", () => ({ parent: new Site("site", { provider: east() }) })],
    ["its parent's parent", () => ({ parent: new Site("in", { parent: new Site("out", { providers: [east()] }) }) })],
    [
      "its parent, a resource of ours",
      () => ({ parent: new IscsiService("other", { svm: { name: "svm2" } }, { provider: east() }) }),
    ],
    ["its option provider, made by a generated SDK", () => ({ provider: new GeneratedProvider("generated") })],
  ])("runs through the plugin where a provider object comes from %s", async (_what, opts) => {
    const { type, inputs, provider } = await registration(opts());
    expect(type).toBe(PLUGIN);
    expect(inputs).not.toHaveProperty("__provider");
    expect(provider).toMatch(/pulumi:providers:ontap-iscsi::(east|generated)::/);
  });

  it.each([
    ["there is none", () => ({})],
    ["its parent has none", () => ({ parent: new Site("site") })],
    [
      "its parent has one of another package",
      () => ({ parent: new Site("site", { providers: [new GeneratedProvider("aws", "aws")] }) }),
    ],
  ])("is dynamic where %s", async (_what, opts) => {
    const { type, inputs } = await registration(opts());
    expect(type).toBe(DYNAMIC);
    expect(inputs.__provider).toContain("pulumi-ontap-iscsi/provider");
  });

  it("takes its own provider object before that of its parent", async () => {
    const parent = new Site("site", { providers: [new Provider("west", { host: "cluster-west.example.com" })] });
    expect((await registration({ parent, provider: east() })).provider).toContain("::east::");
  });

  it("is read through either", async () => {
    await settled(IscsiService.get("service", "id", {}, { provider: east() }).urn);
    expect(registered.get("service")).toMatchObject({ type: PLUGIN, id: "id" });
    await settled(IscsiService.get("service", "id").urn);
    expect(registered.get("service")).toMatchObject({ type: DYNAMIC, id: "id" });
  });

  it("may be imported through the plugin", async () => {
    await expect(registration({ provider: east(), import: "id" })).resolves.toMatchObject({ type: PLUGIN });
  });

  it("has secrets in its passwords also through the plugin", async () => {
    const args: IscsiCredentialsArgs = {
      svm,
      initiator: "default",
      authenticationType: "chap",
      chap: { inbound: { user: "host1", password: "plain" } },
    };
    const { chap } = new IscsiCredentials("host", args, { provider: east() });
    expect(await pulumi.isSecret(chap)).toBe(true);
  });
});

describe("A provider object", () => {
  it("passes on what it is given, as text, with whatever may be a login as secrets", async () => {
    const provider = new Provider("east", {
      host: Promise.resolve("cluster-east.example.com"),
      username: "admin",
      password: "plain",
      token: undefined,
      clientKey: pulumi.output("key.pem"),
      insecure: pulumi.output(false),
      timeoutMs: 5_000,
    });
    expect(Provider.isInstance(provider)).toBe(true);
    await settled(provider.id);
    const { type, inputs } = registered.get("east") ?? {};
    expect(type).toBe("pulumi:providers:ontap-iscsi");
    const secret = (value: string) => expect.objectContaining({ value });
    expect(inputs).toEqual({
      host: "cluster-east.example.com",
      username: "admin",
      password: secret("plain"),
      clientKey: secret("key.pem"),
      insecure: "false",
      timeoutMs: "5000",
    });
  });

  it("is one by its package, whoever made it", () => {
    expect(Provider.isInstance(new GeneratedProvider("generated"))).toBe(true);
    for (const other of [new GeneratedProvider("aws", "aws"), new Site("site"), {}, undefined, null]) {
      expect(Provider.isInstance(other)).toBe(false);
    }
  });
});
