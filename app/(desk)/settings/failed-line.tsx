/** Why a form was not taken, said once to everyone. */
export function FailedLine({ text }: { text: string | null }) {
  return (
    <p role="alert" className="text-now empty:hidden">
      {text}
    </p>
  );
}
