import { createHash } from "node:crypto";
import type { FileLine, FileReading } from "@/lib/channels/channel";
import type { Config } from "./config";
import { dateOf, ratingOf } from "./parse";
import type { Review } from "./review";
import { isoDate, isYes, type Row, toRow } from "./rows";
import { fields, proposeFields, readFile } from "./table";
import { answerItem, changeItem, newItem } from "./webhook";

const mostRows = 10_000;

/**
 * Reads an export of a review site: CSV or JSON. `columns` says what each one means, by its place; null leaves that to
 * their names. Pure. Null when it is no table at all, or longer than 10,000 rows.
 */
export function readReviews(
  bytes: Uint8Array,
  columns: ReadonlyArray<string | null> | null,
  config: Config,
  now: Date,
): FileReading | null {
  const table = readFile(bytes);
  if (table === null || table.rows.length > mostRows) return null;
  const chosen = columns?.map((name) => fields.find((field) => field === name) ?? null);
  const meanings = table.head.map((_name, place) => (chosen ?? proposeFields(table.head))[place] ?? null);
  const seen = new Set<string>();
  return {
    columns: table.head.map((name, place) => ({
      name,
      field: meanings[place] ?? null,
      example: table.rows.map((row) => row[place]?.trim() ?? "").find((cell) => cell !== "") ?? "",
    })),
    lines: table.rows.map((cells, place) => lineOf(place + 1, toRow(cells, meanings), config, now, seen)),
  };
}

function lineOf(line: number, row: Row, config: Config, now: Date, seen: Set<string>): FileLine {
  const id = idOf(row);
  if (id === null) return { line, externalId: null, problem: "id", row };
  if (seen.has(id)) return { line, externalId: id, problem: "twice", row };
  seen.add(id);
  const review: Review = { ...toReview(row), id };
  const problem = problemOf(row, review, config);
  if (problem !== null) return { line, externalId: id, problem, row };
  const source = JSON.stringify(review);
  return {
    line,
    externalId: id,
    problem: null,
    row,
    isDeleted: review.deleted === true,
    items: {
      isNew: newItem(review, source, now),
      isChanged: changeItem(review, source, now),
      answer: answerItem(review, source, now),
    },
  };
}

/** Sites without numbers give a link to each review; without either, one name writes once a moment. */
function idOf({ id, url, author, date }: Row): string | null {
  const found = id ?? url;
  if (found !== undefined) return found.slice(0, 500);
  if (author === undefined || date === undefined) return null;
  return `of ${createHash("sha256")
    .update(JSON.stringify([author, date]))
    .digest("hex")
    .slice(0, 32)}`;
}

function toReview(row: Row): Omit<Review, "id"> {
  const { title, text, author, url, answer } = row;
  const stars = row.rating === undefined ? {} : starsIn(row.rating);
  return {
    ...stars,
    title,
    text,
    author,
    url,
    answer,
    date: row.date && isoDate(row.date),
    answered: row.answered && isoDate(row.answered),
    deleted: row.deleted === undefined ? undefined : isYes(row.deleted),
  };
}

const words: { [word: string]: number } = { one: 1, two: 2, three: 3, four: 4, five: 5 };

/** "4", "4,5", "4/5", "4 out of 5", "★★★★☆", "FOUR". */
function starsIn(cell: string): { rating: number; of?: number } {
  const drawn = [...cell.matchAll(/[★⭐]/gu)].length;
  if (drawn > 0) return { rating: drawn };
  const found = /^(\d+(?:[.,]\d+)?)(?:\s*(?:\/|of|out of|sur)\s*(\d+))?(?:\s*\p{L}+)?$/iu.exec(cell);
  if (!found) return { rating: words[cell.toLowerCase()] ?? Number.NaN };
  const rating = Number(found[1]?.replace(",", "."));
  return found[2] === undefined ? { rating } : { rating, of: Number(found[2]) };
}

function problemOf(row: Row, review: Review, config: Config): string | null {
  if (review.deleted === true) return null;
  if (row.rating !== undefined && ratingOf(review, config) === null) return "rating";
  if (row.date !== undefined && dateOf(review.date) === null) return "date";
  if (row.rating === undefined && row.text === undefined && row.title === undefined) return "words";
  return null;
}
