import { guard } from "../../../provider/lifecycle/guard";
import { credentialImpact } from "../../../provider/resources/credential-impact";
import type { IscsiCredentialsInputs } from "../../../provider/resources/iscsi-credentials";
import type { OntapClient } from "../../../provider/rest";
import { HOST } from "../../names";
import { against, closeServers } from "../rest/servers";
import { page, refusal, svm } from "../rest/tiny-server";

const key = { svmUuid: svm.uuid, initiator: HOST };
const none: IscsiCredentialsInputs = { svm: { name: "svm1" }, initiator: HOST, authenticationType: "none" };
const chap: IscsiCredentialsInputs = {
  ...none,
  authenticationType: "chap",
  chap: { inbound: { user: "host1", password: "inbound-password" } },
};
const listed: IscsiCredentialsInputs = {
  ...none,
  initiatorAddress: { masks: [{ address: "192.168.7.0", netmask: "24" }] },
};
const here = { address: "192.168.7.5" };

/** An array on which HOST has one session that shows this, and whose default row is of this type. */
async function array(session: object, fallback: object = { authentication_type: "none" }): Promise<OntapClient> {
  const { ontap } = await against(({ url }) => {
    if (url.includes("/sessions")) {
      return page([{ svm, target_portal_group: "lif1", tsih: 1, initiator: { name: HOST }, ...session }]);
    }
    return url.includes("/default") ? { json: { svm, initiator: "default", ...fallback } } : refusal(404, "4");
  });
  return ontap;
}

async function isRefused(ontap: OntapClient, want: IscsiCredentialsInputs | undefined): Promise<boolean> {
  return guard(ontap, "change it", credentialImpact(key, none, want, [])).then(
    () => false,
    (error: unknown) => String(error).includes("1 live session"),
  );
}

describe("A session that ONTAP does not wholly show", () => {
  afterEach(closeServers);

  const hidden: readonly (readonly [string, object, { chap: boolean; listed: boolean }])[] = [
    ["no connections", {}, { chap: true, listed: true }],
    ["connections that are null", { connections: null }, { chap: true, listed: true }],
    ["an empty list of connections", { connections: [] }, { chap: true, listed: true }],
    ["no address", { connections: [{ authentication_type: "chap" }] }, { chap: false, listed: true }],
    ["no authentication type", { connections: [{ initiator_address: here }] }, { chap: true, listed: false }],
    [
      "an authentication type that is null",
      { connections: [{ authentication_type: null, initiator_address: here }] },
      { chap: true, listed: false },
    ],
    [
      "an unknown authentication type",
      { connections: [{ authentication_type: "kerberos", initiator_address: here }] },
      { chap: true, listed: false },
    ],
    [
      "one connection of two",
      { connections: [{ authentication_type: "chap", initiator_address: here }, {}] },
      { chap: true, listed: true },
    ],
    [
      "everything",
      { connections: [{ authentication_type: "CHAP", initiator_address: here }] },
      { chap: false, listed: false },
    ],
  ];

  it.each(hidden)("counts as one that would be hit where it matters: %s", async (_what, session, expected) => {
    const ontap = await array(session);
    expect({ chap: await isRefused(ontap, chap), listed: await isRefused(ontap, listed) }).toEqual(expected);
  });

  it("matters not where every login would succeed, and always where none would", async () => {
    expect(await isRefused(await array({}), undefined)).toBe(false);
    expect(await isRefused(await array({}, { authentication_type: "deny" }), undefined)).toBe(true);
  });

  it("is not judged by a default row of a type that is not known", async () => {
    const shown = { connections: [{ authentication_type: "chap", initiator_address: here }] };
    for (const fallback of [{}, { authentication_type: null }, { authentication_type: "kerberos" }]) {
      expect(await isRefused(await array(shown, fallback), undefined)).toBe(true);
    }
  });

  it("is looked for under either spelling of an EUI", async () => {
    const { ontap, server } = await against(() => page([]));
    const initiator = "eui.0123456789ABCdef";
    const impact = credentialImpact({ ...key, name: initiator }, { ...none, initiator }, { ...chap, initiator }, []);
    await guard(ontap, "change it", impact);
    const query = decodeURIComponent(server.seen[0]?.url ?? "");
    expect(query).toContain("eui.0123456789ABCdef|eui.0123456789abcdef|eui.0123456789ABCDEF");
  });
});
