import { type Life, lifeOf } from "../lifecycle/life";
import { iscsiCredentials } from "./iscsi-credentials";
import { iscsiCredentialsTable } from "./iscsi-credentials-table";
import { iscsiService } from "./iscsi-service";

/** Every resource, by the name of its class. */
export const resources = {
  IscsiService: iscsiService,
  IscsiCredentials: iscsiCredentials,
  IscsiCredentialsTable: iscsiCredentialsTable,
} as const;

/** Name of a resource class. */
export type ResourceType = keyof typeof resources;

/** The life of every resource, by the name of its class, in a process or a session of its own. */
export function livesOfAll(): Readonly<Record<ResourceType, Life>> {
  return {
    IscsiService: lifeOf(iscsiService),
    IscsiCredentials: lifeOf(iscsiCredentials),
    IscsiCredentialsTable: lifeOf(iscsiCredentialsTable),
  };
}
