import * as pulumi from "@pulumi/pulumi";
import { withSecretArgs } from "../../sdk/secret-args";

const inbound = { user: "host1", password: "plain" };
const outbound = { user: "array1", password: "plain-2" };

const PASSWORDS = [
  ["chap", "inbound", "password"],
  ["chap", "outbound", "password"],
];

function sealed(chap: unknown): unknown {
  return withSecretArgs({ chap }, PASSWORDS).chap;
}

/** Which parts of CHAP arguments are secrets, once all of them are there. */
async function secretsOf(value: unknown): Promise<unknown> {
  if (value instanceof Promise) {
    return secretsOf(await value);
  }
  if (pulumi.Output.isInstance(value)) {
    const secret = await pulumi.isSecret(value);
    return secret ? "secret" : secretsOf(await new Promise((resolve) => value.apply(resolve)));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await secretsOf(inner)]);
  return Object.fromEntries(await Promise.all(entries));
}

const hidden = (user: string) => ({ user, password: "secret" });

describe("CHAP arguments", () => {
  test.each([
    ["plain", { inbound, outbound }],
    ["an output", pulumi.output({ inbound, outbound })],
    ["a promise", Promise.resolve({ inbound, outbound })],
    ["outputs inside", { inbound: pulumi.output(inbound), outbound: Promise.resolve(outbound) }],
  ])("given as %s keep users in clear, and passwords become secrets", async (_what, chap) => {
    expect(await secretsOf(sealed(chap))).toEqual({ inbound: hidden("host1"), outbound: hidden("array1") });
  });

  it.each([
    ["a secret, which is passed as it is", pulumi.secret("given"), true],
    ["an output that is none", pulumi.output("given"), false],
  ])("may have a password that is %s", async (_what, password, isPassedOn) => {
    const given = withSecretArgs({ password }, [["password"]]).password;
    expect(await secretsOf(given)).toBe("secret");
    expect((await given) === password).toBe(isPassedOn);
  });

  it("without an outbound pair have none", async () => {
    expect(Object.keys(Object(sealed({ inbound })))).toEqual(["inbound"]);
  });

  it("that are missing stay so", async () => {
    expect(sealed(undefined)).toBeUndefined();
    expect(await secretsOf(sealed(pulumi.output(undefined)))).toBeUndefined();
  });

  it("are not changed themselves", () => {
    const chap = { inbound: { ...inbound }, outbound: { ...outbound } };
    sealed(chap);
    expect(chap).toEqual({ inbound, outbound });
  });
});
