/** Rows by key, listed in the order of their keys, as ONTAP walks its own tables. */
export class Table<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #key: (row: Row) => string;
  #sorted: readonly Row[] | undefined;

  /** @param key unique within the table; rows are listed in the order of these strings. */
  constructor(key: (row: Row) => string) {
    this.#key = key;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  set(row: Row): void {
    this.#rows.set(this.#key(row), row);
    this.#sorted = undefined;
  }

  /** Removes the row of that key, if there is one. */
  delete(key: string): void {
    if (this.#rows.delete(key)) {
      this.#sorted = undefined;
    }
  }

  /** Removes every row that fits and returns how many did. */
  remove(fits: (row: Row) => boolean): number {
    const before = this.#rows.size;
    for (const [key, row] of this.#rows) {
      if (fits(row)) {
        this.#rows.delete(key);
      }
    }
    this.#sorted = undefined;
    return before - this.#rows.size;
  }

  /** The rows in the order of their keys. */
  rows(): readonly Row[] {
    this.#sorted ??= [...this.#rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
    return this.#sorted;
  }

  /** The rows in the order in which they came. */
  added(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** Remembers the rows, and returns what brings them back. */
  remember(): () => void {
    const rows = this.added();
    return () => {
      this.#rows.clear();
      for (const row of rows) {
        this.#rows.set(this.#key(row), row);
      }
      this.#sorted = undefined;
    };
  }
}
