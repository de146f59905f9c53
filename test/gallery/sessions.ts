import { HOST, ON_SVM1, OTHER_HOST } from "../names";
import { type Chapter, thrownBy } from "./message";
import { Stack } from "./stack";

const row = { ...ON_SVM1, initiator: HOST, authenticationType: "none", adopt: true };

/** What the session guard refuses. */
export const liveSessions: Chapter = {
  title: "Live sessions",
  messages: [
    {
      when: "a disabled service would cut its sessions",
      provoke: () =>
        Stack.with(async (stack) => {
          const service = await stack.create("IscsiService", { ...ON_SVM1, adopt: true });
          await stack.logIn({ initiator: HOST, address: "10.0.1.11" });
          await stack.logIn({ initiator: OTHER_HOST, address: "10.0.1.12" });
          stack.newProcess();
          return thrownBy(() => stack.preview(service, { ...ON_SVM1, adopt: true, enabled: false }));
        }),
    },
    {
      when: "a credential that becomes `deny` would lock a host out",
      provoke: () =>
        Stack.with(async (stack) => {
          const made = await stack.create("IscsiCredentials", row);
          await stack.logIn({ initiator: HOST, address: "10.0.1.11" });
          stack.newProcess();
          return thrownBy(() => stack.preview(made, { ...row, authenticationType: "deny" }));
        }),
    },
    {
      when: "a deleted service would cut its sessions",
      provoke: () =>
        Stack.with(async (stack) => {
          const service = await stack.create("IscsiService", { ...ON_SVM1, adopt: true });
          await stack.logIn({ initiator: HOST, address: "10.0.1.11" });
          stack.newProcess();
          return thrownBy(() => stack.delete(service));
        }),
    },
    {
      when: "the sessions cannot be looked at",
      provoke: () =>
        Stack.with(async (stack) => {
          const made = await stack.create("IscsiCredentials", row);
          await stack.control("POST", "/faults", {
            match: { path: "/api/protocols/san/iscsi/sessions" },
            kind: "status",
            status: 403,
            code: "6",
            message: "not authorized for that command",
          });
          stack.newProcess();
          return thrownBy(() => stack.preview(made, { ...row, authenticationType: "deny" }));
        }),
    },
  ],
};
