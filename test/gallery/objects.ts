import { HOST, ON_SVM1, OTHER_HOST } from "../names";
import { type Chapter, thrownBy } from "./message";
import { Stack } from "./stack";

const row = { ...ON_SVM1, initiator: HOST, authenticationType: "none" };

/** What the array says about objects. */
export const objects: Chapter = {
  title: "Objects on the array",
  messages: [
    {
      when: "the SVM has a service already",
      provoke: () => Stack.with((stack) => thrownBy(() => stack.create("IscsiService", ON_SVM1))),
    },
    {
      when: "the initiator has a credential already",
      provoke: () => Stack.with((stack) => thrownBy(() => stack.create("IscsiCredentials", row))),
    },
    {
      when: "the SVM has no service",
      provoke: () =>
        Stack.with((stack) => thrownBy(() => stack.create("IscsiCredentials", { ...row, svm: { name: "svm2" } }))),
    },
    {
      when: "the array does not know the SVM",
      provoke: () => Stack.with((stack) => thrownBy(() => stack.create("IscsiService", { svm: { name: "svm9" } }))),
    },
    {
      when: "`svm.name` and `svm.uuid` mean two SVMs",
      provoke: () =>
        Stack.with(async (stack) => {
          const made = await stack.create("IscsiCredentials", { ...row, adopt: true });
          const svm = { name: "svm2", uuid: made.outputs.svmUuid };
          return thrownBy(() => stack.preview(made, { ...row, svm }));
        }),
    },
    {
      when: "a refresh meets an SVM that the array does not know",
      provoke: () =>
        Stack.with(async (stack) => {
          const made = await stack.create("IscsiCredentials", { ...row, adopt: true });
          await stack.control("PUT", "/state", { svms: [{ name: "svm2" }] });
          stack.newProcess();
          return thrownBy(() => stack.refresh(made));
        }),
    },
    {
      when: "the login may only read",
      provoke: () =>
        Stack.with(async (stack) => {
          await stack.control("PUT", "/settings", {
            users: [{ name: stack.username, password: stack.password, role: "readonly" }],
          });
          return thrownBy(() => stack.create("IscsiCredentials", { ...row, initiator: OTHER_HOST }));
        }),
    },
  ],
};
