type Said = {
  messageId: string;
  externalId: string;
  sentAt: string;
  /** Null while it waits. */
  ended: { how: "replied" | "called" | "closed"; by: string; at: number } | null;
};
type Talk = {
  id: string;
  said: Said[];
  /** What waits here and was said in a part of it. */
  visiting: Said[];
  isResolved: boolean;
  isSpam: boolean;
  mergedInto: Talk | null;
  /** No merge or split of it can be told simply any more. */
  isTouched: boolean;
  lastExternalId: string;
};
type Answer = { id: string; talk: Talk; covers: Said[]; at: number; state: "pending" | "sent" | "failed" };

/**
 * Whose message waits, by the definitions alone: each message for itself, looked at one by one whenever something happens.
 * It knows neither events nor rows.
 */
export class Oracle {
  readonly log: string[] = [];
  private readonly talks: Talk[] = [];
  private readonly answers: Answer[] = [];
  private tick = 0;
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed * 7919;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)];
  }

  anyRoot(): Talk | undefined {
    return this.pick(this.roots());
  }

  otherRoot(than: Talk): Talk | undefined {
    return this.pick(this.roots().filter((talk) => talk !== than));
  }

  writes(message: { conversationId: string; messageId: string; externalId: string; sentAt: string }): void {
    this.note(`write ${message.conversationId.slice(-4)}`);
    let talk = this.talks.find(({ id }) => id === message.conversationId);
    if (!talk) {
      talk = {
        id: message.conversationId,
        said: [],
        visiting: [],
        isResolved: false,
        isSpam: false,
        mergedInto: null,
        isTouched: false,
        lastExternalId: "",
      };
      this.talks.push(talk);
    }
    talk.said.push({ ...message, ended: null });
    talk.lastExternalId = message.externalId;
    talk.isResolved = false;
    for (const stub of this.talks) if (stub.mergedInto === talk) stub.isTouched = true;
  }

  replies(talk: Talk, id: string, resolves: boolean): void {
    this.note(`reply ${talk.id.slice(-4)}${resolves ? " and resolve" : ""}`);
    this.answers.push({
      id,
      talk,
      covers: [...talk.said, ...talk.visiting],
      at: this.tick,
      state: "pending",
    });
    talk.isResolved = resolves;
    this.touch(talk);
  }

  pending(talk: Talk): Answer | undefined {
    return this.answers.find((answer) => answer.talk === talk && answer.state === "pending");
  }

  hasPending(talk: Talk): boolean {
    return this.pending(talk) !== undefined;
  }

  delivered(talk: Talk): Answer | undefined {
    return this.pick(
      this.answers.filter(
        (answer) =>
          answer.talk === talk && answer.state === "sent" && !answer.id.startsWith("call") && !talk.isTouched,
      ),
    );
  }

  delivers(answer: Answer): void {
    this.note(`deliver ${answer.talk.id.slice(-4)}`);
    answer.state = "sent";
    for (const said of answer.covers)
      if (said.ended === null || (said.ended.how === "closed" && said.ended.at > answer.at))
        said.ended = { how: "replied", by: answer.id, at: this.tick };
  }

  fails(answer: Answer): void {
    this.note(`${answer.state === "sent" ? "bounce" : "fail"} ${answer.talk.id.slice(-4)}`);
    const { talk } = answer;
    answer.state = "failed";
    talk.isResolved = false;
    for (const said of answer.covers) {
      const wasClosed = said.ended?.how === "closed" && said.ended.at > answer.at;
      if (said.ended?.by !== answer.id && !wasClosed) continue;
      const other = this.answers.find((each) => each.state === "sent" && each.covers.includes(said));
      const how = other?.id.startsWith("call") ? "called" : "replied";
      said.ended = other ? { how, by: other.id, at: other.at } : null;
    }
  }

  calls(talk: Talk): void {
    this.note(`call ${talk.id.slice(-4)}`);
    const id = `call ${this.tick}`;
    this.answers.push({ id, talk, covers: [...talk.said, ...talk.visiting], at: this.tick, state: "sent" });
    for (const said of this.open(talk)) said.ended = { how: "called", by: id, at: this.tick };
    this.touch(talk);
  }

  resolves(talk: Talk): void {
    this.note(`resolve ${talk.id.slice(-4)}`);
    for (const said of this.open(talk))
      said.ended = { how: "closed", by: `close ${this.tick}`, at: this.tick };
    talk.isResolved = true;
    this.touch(talk);
  }

  undoes(talk: Talk): void {
    const by = `close ${this.tick}`;
    this.note(`undo ${talk.id.slice(-4)}`);
    for (const said of [...talk.said, ...talk.visiting]) if (said.ended?.by === by) said.ended = null;
    talk.isResolved = false;
  }

  reopens(talk: Talk): void {
    this.note(`reopen ${talk.id.slice(-4)}`);
    talk.isResolved = false;
    this.touch(talk);
  }

  spams(talk: Talk, isSpam: boolean): void {
    this.note(`${isSpam ? "spam" : "restore"} ${talk.id.slice(-4)}`);
    talk.isSpam = isSpam;
    this.touch(talk);
  }

  merges(survivor: Talk, stub: Talk): void {
    this.note(`merge ${stub.id.slice(-4)} into ${survivor.id.slice(-4)}`);
    stub.mergedInto = survivor;
    stub.isTouched = false;
    // The same words wait there from now on; here they are as they were, should it be taken out again.
    survivor.visiting.push(...this.open(stub).map((said) => ({ ...said })));
    if (!stub.isResolved) survivor.isResolved = false;
    for (const other of this.talks)
      if (other !== stub && other.mergedInto === survivor) other.isTouched = true;
    survivor.isTouched = true;
  }

  untouchedStub(): Talk | undefined {
    return this.talks.find(
      (talk) => talk.mergedInto !== null && !talk.isTouched && talk.mergedInto.mergedInto === null,
    );
  }

  unmerges(stub: Talk): void {
    this.note(`unmerge ${stub.id.slice(-4)}`);
    const survivor = stub.mergedInto;
    if (survivor)
      survivor.visiting = survivor.visiting.filter(
        ({ messageId }) => ![...stub.said, ...stub.visiting].some((said) => said.messageId === messageId),
      );
    stub.mergedInto = null;
    stub.isTouched = true;
  }

  splitAt(talk: Talk): Said | undefined {
    const isPlain = talk.visiting.length === 0 && !talk.isTouched && !talk.isSpam && !this.hasPending(talk);
    return isPlain && talk.said.length > 1 ? this.pick(talk.said.slice(1)) : undefined;
  }

  splits(talk: Talk, from: Said, newId: string): void {
    this.note(`split ${talk.id.slice(-4)} to ${newId.slice(-4)}`);
    const moving = talk.said.slice(talk.said.indexOf(from)).filter(({ ended }) => ended === null);
    const last = talk.said.at(-1)?.externalId ?? "";
    talk.said = talk.said.filter((said) => !moving.includes(said));
    talk.isTouched = true;
    this.talks.push({
      id: newId,
      said: moving,
      visiting: [],
      isResolved: false,
      isSpam: false,
      mergedInto: null,
      isTouched: true,
      lastExternalId: last,
    });
  }

  note(what: string): void {
    this.tick += 1;
    this.log.push(what);
  }

  /** What facts must say of each: since when, and how it ended. */
  waits(): Map<string, Array<{ from: string; ending: string | null }>> {
    const found = new Map<string, Array<{ from: string; ending: string | null }>>();
    for (const talk of this.talks) {
      const groups = new Map<string, Said[]>();
      for (const said of [...talk.said, ...talk.visiting]) {
        if (said.ended === null && talk.mergedInto !== null) continue;
        const key = said.ended?.by ?? "open";
        groups.set(key, [...(groups.get(key) ?? []), said]);
      }
      const waits = [...groups.values()].map((group) => ({
        from: group.map(({ sentAt }) => sentAt).sort()[0] ?? "",
        ending: group[0]?.ended?.how ?? null,
      }));
      found.set(talk.id, talk.isSpam ? [] : waits.sort((a, b) => (a.from < b.from ? -1 : 1)));
    }
    return found;
  }

  private open(talk: Talk): Said[] {
    return [...talk.said, ...talk.visiting].filter(({ ended }) => ended === null);
  }

  private roots(): Talk[] {
    return this.talks.filter(({ mergedInto }) => mergedInto === null);
  }

  /** Something happened to what goes on: its parts are no longer taken out as if nothing had. */
  private touch(talk: Talk): void {
    for (const stub of this.talks) if (stub.mergedInto === talk) stub.isTouched = true;
  }

  private next(): number {
    this.state = (Math.imul(this.state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return this.state / 0x7fffffff;
  }
}
