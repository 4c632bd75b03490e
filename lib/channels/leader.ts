import pg from "pg";
import { databaseUrl } from "@/db/client";

/** Any constant of our own: the lock's name within this database. */
const lockKey = 7_301_142_019;

/**
 * One process of an installation keeps the channels: the one whose connection holds this lock. When it dies, the
 * database lets go of the lock and another takes over.
 */
export class Leader {
  private client: pg.Client | null = null;

  /**
   * Whether this process leads; takes the lead when nobody has it. Throws while the database is away: then nobody
   * else can have taken it either, and what is running may run on.
   */
  async leads(): Promise<boolean> {
    if (this.client) return true;
    const client = new pg.Client({
      connectionString: databaseUrl(),
      keepAlive: true,
      application_name: "avant-channels",
    });
    const lost = () => {
      if (this.client === client) this.client = null;
    };
    client.on("error", lost);
    client.on("end", lost);
    try {
      await client.connect();
      const taken = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
        lockKey,
      ]);
      if (taken.rows[0]!.taken) {
        this.client = client;
        return true;
      }
      return false;
    } finally {
      if (this.client !== client) await client.end().catch(() => {});
    }
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => {});
  }
}
