import { bytesOf, lengthWarning } from "../../sdk/secret-lengths";

const secret = (name: string, value: string) => ({
  title: `IscsiCredentials "${name}", chap.inbound.password`,
  value,
  least: 12,
  most: 16,
});

describe("The length of a secret", () => {
  it.each([
    ["in ASCII", "inbound-secret", 14],
    ["beyond ASCII", "pässwörd", 10],
    ["in hexadecimal digits", "0x00112233445566778899aabb", 12],
  ])("is counted in bytes: %s", (_what, value, bytes) => {
    expect(bytesOf(value)).toBe(bytes);
  });

  it("is warned of by resource and argument, with the command that sets another, and without the secret", () => {
    const config = {
      "shop:host1": "short-1",
      "other:host2": "short-2",
      "shop:hosts": JSON.stringify({ host3: { password: "short-3" } }),
      "shop:passwords": JSON.stringify({ "iqn.1998-01.com.example:host5": "short-5" }),
      "shop:list": '["short-4"]',
    };
    const secrets = ["1", "2", "3", "4", "5"].map((n) => secret(`host${n}`, `short-${n}`));
    expect(lengthWarning(secrets, config, "shop").split("\n")).toEqual([
      "Many initiators refuse a password that is not 12 to 16 bytes long:",
      '  - IscsiCredentials "host1", chap.inbound.password, 7 bytes: pulumi config set --secret host1',
      '  - IscsiCredentials "host2", chap.inbound.password, 7 bytes: pulumi config set --secret other:host2',
      '  - IscsiCredentials "host3", chap.inbound.password, 7 bytes: pulumi config set --path --secret hosts.host3.password',
      '  - IscsiCredentials "host4", chap.inbound.password, 7 bytes: pulumi config set --secret <key>, for a program that reads it from its configuration',
      `  - IscsiCredentials "host5", chap.inbound.password, 7 bytes: pulumi config set --path --secret 'passwords["iqn.1998-01.com.example:host5"]'`,
    ]);
  });

  it("is warned of once for many", () => {
    const many = Array.from({ length: 30 }, (_, n) => secret(`host${n}`, "short"));
    expect(lengthWarning(many, {}, "shop")).toMatch(/\n {2}- and 25 more$/);
  });
});
