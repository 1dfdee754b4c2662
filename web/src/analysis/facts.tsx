import css from './analysis.module.css';

/** The few numbers a reader wants first. */
export function Facts({ facts }: { facts: readonly { name: string; value: string; note?: string }[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="tabular">
            {value} {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
