import { portalText, readPortal, sourceAddress } from "../../../../cli/verify/login/portal";

it.each([
  ["10.0.0.1", { address: "10.0.0.1", port: 3260 }],
  ["10.0.0.1:4000", { address: "10.0.0.1", port: 4000 }],
  ["fd00::1", { address: "fd00::1", port: 3260 }],
  ["[fd00::1]", { address: "fd00::1", port: 3260 }],
  ["[fd00::1]:4000", { address: "fd00::1", port: 4000 }],
])("reads %s", (text, portal) => expect(readPortal(text)).toEqual(portal));

it.each(["", "host1", "10.0.0.1:0", "10.0.0.1:65536", "[10.0.0.1]:3260", "10.0.0.1:x", "10.0.0"])(
  "takes %j for no portal",
  (text) => expect(readPortal(text)).toBeUndefined(),
);

it("writes IPv6 addresses in brackets", () => {
  expect(portalText({ address: "fd00::1", port: 3260 })).toBe("[fd00::1]:3260");
  expect(portalText({ address: "10.0.0.1", port: 3260 })).toBe("10.0.0.1:3260");
});

it("knows from which address a portal would be reached", async () => {
  expect(await sourceAddress({ address: "127.0.0.1", port: 3260 })).toBe("127.0.0.1");
  expect(await sourceAddress({ address: "::1", port: 3260 })).toBe("::1");
});
