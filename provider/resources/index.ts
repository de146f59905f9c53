import { iscsiCredentials } from "./iscsi-credentials";
import { iscsiService } from "./iscsi-service";

/** Every resource, by the name of its class. */
export const resources = { IscsiService: iscsiService, IscsiCredentials: iscsiCredentials } as const;

/** Name of a resource class. */
export type ResourceType = keyof typeof resources;
