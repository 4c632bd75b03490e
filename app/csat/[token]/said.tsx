/** What is to be known, and at most one thing to do. */
export function Said({
  title,
  lines,
  action,
  foot,
}: {
  title: string;
  lines: string[];
  action?: { href: string; name: string };
  foot?: string;
}) {
  return (
    <>
      <div className="flex flex-col gap-3">
        <h1 className="type-form-title">{title}</h1>
        {lines.map((line) => (
          <p key={line} className="whitespace-pre-line break-words text-ink-2 text-[1rem] leading-6">
            {line}
          </p>
        ))}
      </div>
      {action ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <a
            href={action.href}
            className="flex min-h-12 items-center rounded-row border border-line-strong px-6 font-semibold text-[1rem] text-ink leading-6 hover:bg-hover"
          >
            {action.name}
          </a>
          {foot ? <p className="text-ink-2 type-row">{foot}</p> : null}
        </div>
      ) : null}
    </>
  );
}
