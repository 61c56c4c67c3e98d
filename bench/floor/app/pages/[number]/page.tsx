import { run } from "../../../statements";

type Props = { params: Promise<{ number: string }> };

export default async function Page({ params }: Props) {
  const [tasks = [], ...others] = await run((await params).number);
  return (
    <main>
      <h1>Today</h1>
      <p>{others.flat().length}</p>
      <ul>
        {tasks.map(({ id, title, priority }) => (
          <li key={`${id}`}>
            {`${title}`} {`${priority}`}
          </li>
        ))}
      </ul>
    </main>
  );
}
