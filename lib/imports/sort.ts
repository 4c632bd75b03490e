import type { Tx } from "@/db/client";
import type { DateOrder } from "./values";

/** How a file is to be read; what was guessed is shown, and can be changed. */
export type Reading = {
  encoding: "utf-8" | "windows-1252" | "utf-16le";
  delimiter: string;
  headings: string[];
  dateOrder: DateOrder;
  decimal: "," | ".";
  /** IANA: for times without a zone. */
  zone: string;
  /** What the sort itself wants to know, such as one kind for all rows. */
  choices: { [name: string]: string };
};

/** A row's cells by our fields; those that are empty are left out. */
export type Cells = { [field: string]: string };

export type Fault = { line: number; code: string; params: { [name: string]: string } };

export type Read<Row> = { row: Row } | { code: string; params: { [name: string]: string } };

/** A row that can be read but not stored, by its place among those that were given. */
export type Refused = { place: number; code: string; params: { [name: string]: string } };

/** What a file can hold: signs, or customers. */
export type Sort<Row> = {
  /** What a column can be, with the names by which it is known, in English and French, as `plain` writes them. */
  fields: Readonly<Record<string, readonly string[]>>;
  /** The field whose values are dates, and the one whose values are money. */
  dateField: string | null;
  moneyField: string | null;
  /** A code under `imports.missing` for what has still to be chosen; null when the file can be read. */
  missing(mapping: { [field: string]: string }, reading: Reading): string | null;
  /** Reads one row; made once a file. */
  reader(reading: Reading, mapping: { [field: string]: string }): (cells: Cells) => Read<Row>;
  /** Tables that it fills. */
  tables: readonly string[];
  /** Up to a thousand rows, in the caller's transaction. */
  store(
    tx: Tx,
    input: { brandId: string; importId: string; rows: readonly Row[] },
  ): Promise<{ stored: number; known: number; newCustomers: number; refused: Refused[] }>;
  /** When all is stored; may be done again. */
  finish(input: { brandId: string; importId: string }): Promise<void>;
  /** Takes some of it back in the caller's transaction; resolves with false when nothing is left. */
  undo(tx: Tx, input: { brandId: string; importId: string }): Promise<{ removed: number; hasMore: boolean }>;
  /** After all was taken back; may be done again. */
  undone(input: { brandId: string; importId: string }): Promise<void>;
  /** What it would do, rows at a time; changes nothing. */
  preview(input: { brandId: string; batches: AsyncIterable<Row[]> }): Promise<Preview>;
};

export type Preview = {
  stored: number;
  /** Told before, or twice in this file. */
  known: number;
  knownCustomers: number;
  newCustomers: number;
  /** Rows that belong to two people, or to somebody of another name: a person has to say. Some of `refused`. */
  conflicting: number;
  /** Every row that could be read and would not be stored, by its place among all that were given. */
  refused: Refused[];
  /** How many conversations each rule would open. */
  rules: Array<{ kind: string; isOn: boolean; count: number }>;
};
