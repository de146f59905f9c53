import { HOST, ON_SVM1, OTHER_HOST, SVM1 } from "../names";
import type { Chapter } from "./message";
import { Stack } from "./stack";

const row = { ...ON_SVM1, initiator: HOST, authenticationType: "none", adopt: true };

/** What a preview or a run says without failing. */
export const notes: Chapter = {
  title: "Notes and warnings",
  messages: [
    {
      when: "an adoption would change what exists",
      provoke: () =>
        Stack.with((stack) =>
          stack.notes(() => stack.check("IscsiService", { ...ON_SVM1, adopt: true, target: { alias: "prod" } })),
        ),
    },
    {
      when: "`default` is managed, which always exists",
      provoke: () =>
        Stack.with((stack) =>
          stack.notes(() =>
            stack.check("IscsiCredentials", { ...ON_SVM1, initiator: "default", authenticationType: "deny" }),
          ),
        ),
    },
    {
      when: "the SVM has a service that the program does not adopt",
      provoke: () => Stack.with((stack) => stack.notes(() => stack.check("IscsiService", ON_SVM1))),
    },
    {
      when: "a change opens a credential",
      provoke: () =>
        Stack.with(async (stack) => {
          const denied = { ...ON_SVM1, initiator: OTHER_HOST, authenticationType: "deny" };
          const made = await stack.create("IscsiCredentials", denied);
          stack.newProcess();
          return stack.notes(() => stack.preview(made, { ...denied, authenticationType: "none" }));
        }),
    },
    {
      when: "a deletion leaves the decision to an open `default`",
      provoke: () =>
        Stack.with(async (stack) => {
          const denied = { ...ON_SVM1, initiator: OTHER_HOST, authenticationType: "deny" };
          const made = await stack.create("IscsiCredentials", denied);
          stack.newProcess();
          return stack.notes(() => stack.delete(made));
        }),
    },
    {
      when: "a refresh finds that the SVM has another name",
      provoke: () =>
        Stack.with(async (stack) => {
          const made = await stack.create("IscsiCredentials", row);
          await stack.control("PUT", "/state", {
            svms: [{ name: "svm1-new", uuid: SVM1 }],
            services: [{ svm: { name: "svm1-new" }, enabled: true }],
            credentials: [{ svm: { name: "svm1-new" }, initiator: HOST, authentication_type: "none" }],
          });
          stack.newProcess();
          return stack.notes(() => stack.refresh(made));
        }),
    },
  ],
};
