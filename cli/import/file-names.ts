/** What `pulumi import --file` takes. */
export const IMPORT_FILE = "import.json";

/** Folder below the project with a file for each password that is known, named like its config secret. */
export const SECRETS = "secrets";
