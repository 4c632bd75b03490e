/** The places of what is to come, without pretending to know it: nothing moves. */
export default function Loading() {
  return (
    <div aria-hidden className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3 wide:grid-cols-5">
        {["a", "b", "c", "d", "e"].map((name) => (
          <div key={name} className="h-28 rounded-card border border-line bg-surface" />
        ))}
      </div>
      <div className="grid gap-3 wide:grid-cols-[3fr_2fr]">
        <div className="h-80 rounded-card border border-line bg-surface" />
        <div className="h-80 rounded-card border border-line bg-surface" />
      </div>
    </div>
  );
}
