import type { WireRecord } from "../../../simulator/query";

/** Passwords that are easy to find wherever they should not be. */
export function passwordOf(svm: string, host: number, direction: "in" | "out"): string {
  return `pw-${direction}-${svm}-${host}-end`;
}

/** Names that a preview refuses and an array may hold all the same, by the host that bears them. */
const ODD_NAMES = new Map([
  [8, "iqn.1991-05.com.microsoft:HOST_A"],
  [18, "naa.52004567ba64678d"],
]);

/** A fixture of three SVMs with 100 credentials each, of every sort, beside their `default` rows. */
export function manyCredentials(): {
  fixture: WireRecord;
  passwords: Record<string, { inbound: string; outbound?: string }>;
} {
  const svms = ["alpha", "beta_2", "gamma.x"];
  const passwords: Record<string, { inbound: string; outbound?: string }> = {};
  const credentials = svms.flatMap((name) =>
    Array.from({ length: 100 }, (_, host) => {
      const initiator = ODD_NAMES.get(host) ?? `iqn.1998-01.com.example:host${host}`;
      const row = { svm: { name }, initiator };
      if (host % 10 === 7) {
        return {
          ...row,
          authentication_type: "none",
          initiator_address: {
            ranges: [{ start: "10.0.0.1", end: `10.0.0.${host + 1}` }],
            masks: [{ address: "fd00::1:0", netmask: "112" }],
          },
        };
      }
      if (host % 10 === 8) {
        return { ...row, authentication_type: "deny" };
      }
      const inbound = { user: `user${host}`, password: passwordOf(name, host, "in") };
      const outbound = { user: `array${host}`, password: passwordOf(name, host, "out") };
      const mutual = host % 10 === 9;
      passwords[`${name}/${initiator}`] = {
        inbound: inbound.password,
        ...(mutual ? { outbound: outbound.password } : {}),
      };
      return { ...row, authentication_type: "chap", chap: { inbound, ...(mutual ? { outbound } : {}) } };
    }),
  );
  return {
    fixture: {
      svms: svms.map((name, number) => ({ name, uuid: `0000000${number}-94d7-11e8-8370-005056b48fd2` })),
      services: [
        { svm: { name: "alpha" }, enabled: true, target: { alias: "prod" } },
        { svm: { name: "beta_2" }, enabled: false },
        { svm: { name: "gamma.x" }, enabled: true, target: { alias: "" } },
      ],
      credentials: [{ svm: { name: "beta_2" }, initiator: "default", authentication_type: "deny" }, ...credentials],
    },
    passwords,
  };
}
